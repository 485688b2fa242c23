using System.CommandLine;
using WorkoutLog.Local.Cli;

var root = new RootCommand("Looks at, runs, tries and repairs a WorkoutLog stack.")
{
    PreviewCommand.Create(),
    CostCommand.Create(),
    ScaleCommand.Create(),
    UpCommand.Create(),
    RepairCommand.Create(),
    SoakCommand.Create(),
    GrantsCommand.Create(),
    FuzzCommand.Create(),
    PackageCommand.Create(),
};

return await CommandRunner.RunAsync(root, args, "workout").ConfigureAwait(false);
