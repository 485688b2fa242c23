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
        "Asks the package registry again which packages it has, and chooses the real ones or the stand-ins of offline/",
        new Example("./workout setup", "after the registry has changed; otherwise each command does it itself"))
    {
        Notes = "WORKOUT_PACKAGES=nuget or WORKOUT_PACKAGES=offline before the command chooses without asking.",
    });
}
