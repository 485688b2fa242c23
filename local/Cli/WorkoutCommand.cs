using System.CommandLine;

namespace WorkoutLog.Local.Cli;

/// <summary>The whole command line.</summary>
internal static class WorkoutCommand
{
    public static RootCommand Create() => new("Looks at, runs, tries and repairs a WorkoutLog stack.")
    {
        PreviewCommand.Create(),
        PlanCommand.Create(),
        CostCommand.Create(),
        ScaleCommand.Create(),
        UpCommand.Create(),
        RepairCommand.Create(),
        SoakCommand.Create(),
        GrantsCommand.Create(),
        FuzzCommand.Create(),
        PackageCommand.Create(),
    };
}
