using System.CommandLine;
using WorkoutLog.Local.Cli.Help;
using WorkoutLog.Local.Cli.Script;

namespace WorkoutLog.Local.Cli;

/// <summary><c>doctor</c>: a look at the machine, which the script takes, as it must work where .NET is missing.</summary>
internal static class DoctorCommand
{
    public static Command Create() => new ScriptCommand("doctor", new CommandText(
        Purpose.House,
        "Shows what is installed, what is missing, what for, and how to mend it",
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
