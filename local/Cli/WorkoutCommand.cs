using WorkoutLog.Local.Cli.Bench;

namespace WorkoutLog.Local.Cli;

/// <summary>The whole command line, including the commands that the script runs.</summary>
internal static class WorkoutCommand
{
    public static RootCommand Create()
    {
        var root = new RootCommand("Runs, inspects, tests and repairs a WorkoutLog stack.")
        {
            PreviewCommand.Create(),
            PlanCommand.Create(),
            CostCommand.Create(),
            ScaleCommand.Create(),
            UpCommand.Create(),
            RedeployCommand.Create(),
            ImportCommand.Create(),
            RepairCommand.Create(),
            EraseCommand.Create(),
            RestorePlanCommand.Create(),
            SoakCommand.Create(),
            GrantsCommand.Create(),
            FuzzCommand.Create(),
            PackageCommand.Create(),
            ScriptCommands.Test(),
            new BenchCommand(),
            ScriptCommands.Setup(),
            CompletionCommand.Create(),
            HelpCommand.Create(),
            ScriptCommands.Doctor(),
        };
        FullHelp.AddTo(root);
        return root;
    }
}
