namespace WorkoutLog.Local.Cli.Script;

/// <summary>A command that the script itself runs; this program only provides its help.</summary>
internal class ScriptCommand : DocumentedCommand
{
    public ScriptCommand(string name, CommandText text)
        : base(name, text) => SetAction(Task<int> (_) => throw new UserErrorException($"Only the script runs this command. Fix: ./workout {name}"));
}

/// <summary>Commands that work without a build.</summary>
internal static class ScriptCommands
{
    public static Command Test() => new ScriptCommand("test", new CommandText(
        Purpose.Test, "Runs all tests", new Example("./workout test", "all tests, without an AWS account"),
        new Example("./workout test --filter FullyQualifiedName~Repair", "tests with a matching name"))
    {
        Notes = "Options are passed to dotnet test. The reports are in artifacts/tests.",
        Success = "all passed",
        Failure = "some failed",
    })
    {
        new Argument<string[]>("options") { Description = "Options of dotnet test", Arity = ArgumentArity.ZeroOrMore },
    };

    public static Command Setup() => new ScriptCommand("setup", new CommandText(
        Purpose.Setup, "Checks which packages the registry serves, selects a version or a stand-in for each, and prints the selection",
        new Example("./workout setup", "prints package, pin, version used and reason; without it each command selects packages itself"))
    {
        Notes = "WORKOUT_PACKAGES=nuget uses only the real packages of Pulumi and Amazon.Lambda, WORKOUT_PACKAGES=offline only their stand-ins. WORKOUT_REGISTRY_SECONDS is the time limit of a restore; 600 by default.",
    });

    public static Command Doctor() => new ScriptCommand("doctor", new CommandText(
        Purpose.Setup, "Lists installed and missing tools, their purpose, and how to install them",
        new Example("./workout doctor", "one line per requirement"),
        new Example("./workout doctor --json", "the same as JSON"))
    {
        Notes = "Needs neither .NET nor a build. Installs nothing, makes no network calls and prints no secrets.",
        Success = "./workout up and ./workout test can run, or install their missing requirements",
        Failure = "a requirement is missing",
    })
    {
        new Option<bool>("--json") { Description = "Print one JSON document on standard output" },
    };
}
