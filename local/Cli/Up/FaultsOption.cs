using System.CommandLine;
using WorkoutLog.Local.Runner;
using WorkoutLog.Local.Runner.Faults;

namespace WorkoutLog.Local.Cli.Up;

/// <summary><c>--faults</c>: lets the functions' calls to AWS go wrong.</summary>
internal static class FaultsOption
{
    public static Option<string?> Create() => new("--faults")
    {
        Description =
            "JSON file of faults to inject into the functions' calls to AWS. "
            + $"While the run lasts, PUT {FaultControl.Path} with such a body replaces them, GET counts them by kind, DELETE stops them; from this machine only, unsigned. "
            + $"Kinds: {string.Join(", ", FaultKinds.All.Select(FaultKinds.NameOf))}. "
            + $"Example: {FaultSpec.Example}",
    };

    /// <param name="file">Null injects none.</param>
    /// <exception cref="UserErrorException">The file holds no faults.</exception>
    public static Func<LocalRunOptions, LocalRunOptions> Adjust(string? file, Func<LocalRunOptions, LocalRunOptions> others)
    {
        if (file is null)
        {
            return others;
        }

        var faults = FaultSpec.Load(file);
        return options => others(options) with { Faults = faults };
    }
}
