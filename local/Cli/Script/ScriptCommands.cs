namespace WorkoutLog.Local.Cli.Script;

/// <summary>A command that the script carries out itself, before or beside this program, which only tells about it.</summary>
internal class ScriptCommand : DocumentedCommand
{
    public ScriptCommand(string name, CommandText text)
        : base(name, text) => SetAction(Task<int> (_) => throw new UserErrorException($"Only the script can do this: ./workout {name}"));
}

/// <summary>What must work before anything is built: set-up and tests.</summary>
internal static class ScriptCommands
{
    public static Command Test() => new ScriptCommand("test", new CommandText(
        Purpose.Try, "Runs all tests", new Example("./workout test", "every test, on this machine alone"),
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
        Purpose.House, "Asks the package registry which packages it serves, chooses a version or a stand-in for each, and shows the choice",
        new Example("./workout setup", "package, pin, what is used and why; otherwise each command chooses by itself"))
    {
        Notes = "WORKOUT_PACKAGES=nuget takes only the real packages of Pulumi and Amazon.Lambda, WORKOUT_PACKAGES=offline only their stand-ins. WORKOUT_REGISTRY_SECONDS limits how long a restore may take; 600 by default.",
    });

    public static Command Doctor() => new ScriptCommand("doctor", new CommandText(
        Purpose.House, "Shows what is installed, what is missing, what for, and how to mend it",
        new Example("./workout doctor", "one line for each thing that a command needs"),
        new Example("./workout doctor --json", "the same for machines"))
    {
        Notes = "It needs neither .NET nor a build, installs nothing, calls nobody and shows no secret.",
        Good = "./workout up and ./workout test can run, or install themselves what they lack",
        NotGood = "something must be mended first",
    })
    {
        new Option<bool>("--json") { Description = "Print one JSON document on standard output" },
    };
}
