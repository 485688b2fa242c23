using WorkoutLog.Offline.ProviderSdk.Model;

namespace WorkoutLog.Offline.ProviderSdk.Emission;

/// <summary>Writes a provider's SDK: one file per class, in the folders of the namespaces.</summary>
public static class SdkEmitter
{
    /// <summary>File path below the output folder (with forward slashes) to text.</summary>
    /// <param name="rootNamespace">Such as <c>Pulumi.Aws</c>.</param>
    /// <param name="version">The provider's version.</param>
    /// <param name="classes">All classes of the SDK.</param>
    public static IReadOnlyDictionary<string, string> Emit(string rootNamespace, string version, IEnumerable<EmittedClass> classes)
    {
        var attribute = rootNamespace[(rootNamespace.LastIndexOf('.') + 1)..] + "ResourceType";
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var utilities = new CodeWriter(rootNamespace);
        UtilitiesEmitter.Write(utilities, attribute, version);
        files.Add("Utilities.cs", utilities.ToString());
        foreach (var type in classes)
        {
            var writer = new CodeWriter(type.Namespace);
            Write(writer, type, $"global::{rootNamespace}.{attribute}");
            var folder = type.Namespace[rootNamespace.Length..].Replace('.', '/').TrimStart('/');
            files.Add($"{folder}/{type.Name}.cs".TrimStart('/'), writer.ToString());
        }

        return files;
    }

    private static void Write(CodeWriter writer, EmittedClass type, string attribute)
    {
        switch (type)
        {
            case ResourceClass resource:
                ResourceEmitter.Write(writer, resource, attribute);
                break;
            case FunctionClass function:
                FunctionEmitter.Write(writer, function);
                break;
            case InputClass input:
                InputEmitter.Class(writer, input.Name, "ResourceArgs", input.Properties);
                break;
            case OutputClass output:
                OutputEmitter.Class(writer, output.Name, output.Properties);
                break;
            case EnumStruct values:
                EnumEmitter.Write(writer, values);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(type), type, null);
        }
    }
}
