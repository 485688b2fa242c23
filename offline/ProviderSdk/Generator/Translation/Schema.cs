using WorkoutLog.Offline.ProviderSdk.Declarations;
using WorkoutLog.Offline.ProviderSdk.Model;
using WorkoutLog.Offline.ProviderSdk.TypeList;

namespace WorkoutLog.Offline.ProviderSdk.Translation;

/// <summary>The input and the results of one run.</summary>
public sealed class Schema(ProviderList list, NpmPackage package)
{
    public ProviderList List { get; } = list;

    public NpmPackage Package { get; } = package;

    public List<Problem> Problems { get; } = [];

    public List<EmittedClass> Classes { get; } = [];

    /// <summary>The C# namespace of a module; reports a problem and returns the root namespace if the list lacks it.</summary>
    public string NamespaceOf(string module, Site site)
    {
        if (List.NamespaceOf(module) is { } name)
        {
            return name;
        }

        Problems.Add(site.Problem(
            module, $"its C# namespace is unknown; add `namespace {List.Provider}:{module} <name>` to the list of types"));
        return List.RootNamespace;
    }
}
