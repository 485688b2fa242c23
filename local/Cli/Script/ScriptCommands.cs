using System.CommandLine;
using WorkoutLog.Local.Cli.Help;

namespace WorkoutLog.Local.Cli.Script;

/// <summary>What must work before anything is built: set-up and tests.</summary>
internal static class ScriptCommands
{
    public static Command Test() => new ScriptCommand("test", new CommandText(
        Purpose.Try,
        "Runs all tests",
        new Example("./workout test", "every test, on this machine alone"),
        new Example("./workout test --filter FullyQualifiedName~Repair", "those whose name has a word in it"))
    {
        Notes = "What follows is handed to dotnet test. The reports are under artifacts/tests.",
        Good = "all passed",
        NotGood = "some failed",
    })
    {
        new Argument<string[]>("options") { Description = "Options of dotnet test", Arity = ArgumentArity.ZeroOrMore },
    };

    public static Command Setup() => new ScriptCommand("setup", new CommandText(
        Purpose.House,
        "Asks the package registry which packages it serves, chooses a version or a stand-in for each, and shows the choice",
        new Example("./workout setup", "package, pin, what is used and why; otherwise each command chooses by itself"))
    {
        Notes = "WORKOUT_PACKAGES=nuget takes only the real packages of Pulumi and Amazon.Lambda, WORKOUT_PACKAGES=offline only their stand-ins. WORKOUT_REGISTRY_SECONDS limits how long a restore may take; 600 by default.",
    });
}
