namespace WorkoutLog.Offline.ProviderSdk.Emission;

/// <summary>Writes the internal code that a provider's SDK shares: the version and the resources' attribute.</summary>
internal static class UtilitiesEmitter
{
    public static void Write(CodeWriter writer, string attribute, string version)
    {
        writer.Line();
        writer.Line("internal static class Utilities");
        writer.Block(() =>
        {
            writer.Line($"public static string Version => {CodeWriter.Literal(version)};");
            WithDefaults(writer, "InvokeOptions");
            WithDefaults(writer, "InvokeOutputOptions");
        });
        writer.Line();
        writer.Line($"internal sealed class {attribute}Attribute : global::Pulumi.ResourceTypeAttribute");
        writer.Block(() =>
        {
            writer.Line($"public {attribute}Attribute(string type) : base(type, Utilities.Version)");
            writer.Line("{");
            writer.Line("}");
        });
    }

    private static void WithDefaults(CodeWriter writer, string type)
    {
        writer.Line();
        writer.Line($"public static global::Pulumi.{type} WithDefaults(this global::Pulumi.{type}? options)");
        writer.Block(() =>
        {
            writer.Line($"var result = options ?? new global::Pulumi.{type}();");
            writer.Line("result.Version ??= Version;");
            writer.Line("return result;");
        });
    }
}
