using WorkoutLog.Offline.ProviderSdk.Declarations;
using WorkoutLog.Offline.ProviderSdk.Emission;
using WorkoutLog.Offline.ProviderSdk.Translation;
using WorkoutLog.Offline.ProviderSdk.TypeList;

namespace WorkoutLog.Offline.ProviderSdk;

/// <summary>Generates C# files from the list of types and the declarations.</summary>
public static class ProviderSdkGenerator
{
    /// <summary>Writes nothing unless everything can be translated.</summary>
    /// <returns>One line of summary.</returns>
    /// <exception cref="GenerationException">Something can't be translated; contains every problem found.</exception>
    public static string Generate(Options options)
    {
        if (!File.Exists(options.Types))
        {
            throw new GenerationException(new Problem("--types", string.Empty, options.Types, "no such file"));
        }

        var list = TypeListReader.Read(File.ReadAllText(options.Types), options.Provider);
        var package = NpmPackage.Open(options.Declarations);
        var classes = Translator.Translate(list, package);
        var files = SdkEmitter.Emit(list.RootNamespace, package.Version, classes);
        var (written, deleted) = OutputFolder.Synchronize(options.Output, files);
        return $"{list.RootNamespace} {package.Version}: {list.Types.Count} listed types, {files.Count} files, "
            + $"{written} written, {deleted} deleted";
    }
}
