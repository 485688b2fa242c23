using WorkoutLog.Offline.ProviderSdk.Model;

namespace WorkoutLog.Offline.ProviderSdk.Emission;

/// <summary>Writes a resource and its arguments; looking up existing ones (<c>Get</c> with its state) is omitted.</summary>
internal static class ResourceEmitter
{
    public static void Write(CodeWriter writer, ResourceClass resource, string attribute)
    {
        writer.Line();
        writer.Obsolete(resource.Deprecated);
        writer.Line($"[{attribute}({CodeWriter.Literal(resource.Token)})]");
        writer.Line($"public partial class {resource.Name} : global::Pulumi.CustomResource");
        writer.Block(() =>
        {
            foreach (var property in resource.Outputs)
            {
                writer.Line($"[Output({CodeWriter.Literal(property.WireName)})]");
                var type = TypeNames.Output(property.Type, property.Optional);
                writer.Line($"public Output<{type}> {property.Name} {{ get; private set; }} = null!;");
                writer.Line();
            }

            Constructor(writer, resource);
            writer.Line();
            MakeOptions(writer, resource.Defaults);
        });
        InputEmitter.Class(writer, resource.Name + "Args", "ResourceArgs", resource.Inputs);
    }

    private static void Constructor(CodeWriter writer, ResourceClass resource)
    {
        var arguments = resource.ArgumentsOptional ? $"{resource.Name}Args? args = null" : $"{resource.Name}Args args";
        var token = CodeWriter.Literal(resource.Token);
        writer.Line($"public {resource.Name}(string name, {arguments}, CustomResourceOptions? options = null)");
        writer.Indented(() => writer.Line(
            $": base({token}, name, args ?? new {resource.Name}Args(), MakeResourceOptions(options, \"\"))"));
        writer.Line("{");
        writer.Line("}");
    }

    private static void MakeOptions(CodeWriter writer, DefaultOptions defaults)
    {
        writer.Line("private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)");
        writer.Block(() =>
        {
            writer.Line("var defaultOptions = new CustomResourceOptions");
            writer.Block(
                () =>
                {
                    writer.Line("Version = Utilities.Version,");
                    List(writer, "Aliases", defaults.AliasTypes.Select(Alias));
                    List(writer, "AdditionalSecretOutputs", defaults.SecretOutputs.Select(CodeWriter.Literal));
                    List(writer, "ReplaceOnChanges", defaults.ReplaceOnChanges.Select(CodeWriter.Literal));
                },
                "};");
            writer.Line("var merged = CustomResourceOptions.Merge(defaultOptions, options);");
            writer.Line("merged.Id = id ?? merged.Id;");
            writer.Line("return merged;");
        });
    }

    private static string Alias(string type) => $"new global::Pulumi.Alias {{ Type = {CodeWriter.Literal(type)} }}";

    private static void List(CodeWriter writer, string name, IEnumerable<string> values)
    {
        var items = string.Join(", ", values);
        if (items.Length > 0)
        {
            writer.Line($"{name} = {{ {items} }},");
        }
    }
}
