using WorkoutLog.Offline.ProviderSdk.Model;

namespace WorkoutLog.Offline.ProviderSdk.Emission;

/// <summary>Writes a class of arguments.</summary>
internal static class InputEmitter
{
    /// <param name="writer">Receives the code.</param>
    /// <param name="name">The class.</param>
    /// <param name="baseName">Its base class in the core: <c>ResourceArgs</c> or <c>InvokeArgs</c>.</param>
    /// <param name="properties">Its properties.</param>
    /// <param name="plain">The values are plain, as for an awaited function, instead of inputs.</param>
    public static void Class(CodeWriter writer, string name, string baseName, IReadOnlyList<Property> properties, bool plain = false)
    {
        writer.Line();
        writer.Line($"public sealed class {name} : global::Pulumi.{baseName}");
        writer.Block(() =>
        {
            foreach (var property in properties)
            {
                Property(writer, property, plain);
            }

            writer.Line($"public {name}()");
            writer.Line("{");
            writer.Line("}");
            writer.Line();
            writer.Line($"public static new {name} Empty => new {name}();");
        });
    }

    private static void Property(CodeWriter writer, Property property, bool plain)
    {
        var type = plain ? TypeNames.Element(property.Type) : TypeNames.Input(property.Type);
        if (property.Type is ListType or MapType)
        {
            Container(writer, property, type);
        }
        else if (property.Secret)
        {
            Secret(writer, property, type);
        }
        else
        {
            Simple(writer, property, type);
        }

        writer.Line();
    }

    // Unlike the two below, this form has no deprecation in the real packages.
    private static void Simple(CodeWriter writer, Property property, string type)
    {
        writer.Line(Attribute(property));
        writer.Line((property.Optional, type) switch
        {
            (true, _) => $"public {type}? {property.Name} {{ get; set; }}",
            (false, "int" or "double" or "bool") => $"public {type} {property.Name} {{ get; set; }}",
            _ => $"public {type} {property.Name} {{ get; set; }} = null!;",
        });
    }

    // Created on first access, so that a collection initializer can add to it.
    private static void Container(CodeWriter writer, Property property, string type)
    {
        var field = Field(writer, property, type);
        writer.Obsolete(property.Deprecated);
        writer.Line($"public {type} {property.Name}");
        writer.Block(() =>
        {
            writer.Line($"get => {field} ??= new {type}();");
            writer.Line($"set => {field} = value;");
        });
    }

    private static void Secret(CodeWriter writer, Property property, string type)
    {
        var field = Field(writer, property, type);
        writer.Obsolete(property.Deprecated);
        writer.Line($"public {type}? {property.Name}");
        writer.Block(() =>
        {
            writer.Line($"get => {field};");
            writer.Line($"set => {field} = Output.Tuple<{type}?, int>(value, Output.CreateSecret(0)).Apply(pair => pair.Item1);");
        });
    }

    private static string Field(CodeWriter writer, Property property, string type)
    {
        var field = "_" + property.WireName;
        writer.Line(Attribute(property));
        writer.Line($"private {type}? {field};");
        writer.Line();
        return field;
    }

    private static string Attribute(Property property) =>
        $"[Input({CodeWriter.Literal(property.WireName)}{(property.Optional ? string.Empty : ", required: true")})]";
}
