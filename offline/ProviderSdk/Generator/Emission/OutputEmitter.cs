using WorkoutLog.Offline.ProviderSdk.Model;

namespace WorkoutLog.Offline.ProviderSdk.Emission;

/// <summary>Writes a class of values that the engine returns.</summary>
internal static class OutputEmitter
{
    public static void Class(CodeWriter writer, string name, IReadOnlyList<Property> properties)
    {
        writer.Line();
        writer.Line("[OutputType]");
        writer.Line($"public sealed class {name}");
        writer.Block(() =>
        {
            foreach (var property in properties)
            {
                writer.Line($"public readonly {TypeNames.Output(property.Type, property.Optional)} {property.Name};");
            }

            writer.Line();
            writer.Line("[OutputConstructor]");
            writer.Line($"private {name}(");
            writer.Indented(() => Parameters(writer, properties));
            writer.Block(() =>
            {
                foreach (var property in properties)
                {
                    writer.Line($"{property.Name} = @{property.WireName};");
                }
            });
        });
    }

    private static void Parameters(CodeWriter writer, IReadOnlyList<Property> properties)
    {
        for (var index = 0; index < properties.Count; index++)
        {
            var type = TypeNames.Output(properties[index].Type, properties[index].Optional);
            var end = index == properties.Count - 1 ? ")" : ",";
            writer.Line($"{type} @{properties[index].WireName}{end}");
        }

        if (properties.Count == 0)
        {
            writer.Line(")");
        }
    }
}
