using WorkoutLog.Local.Cli;

return await CommandRunner.RunAsync(WorkoutCommand.Create(), args, "workout").ConfigureAwait(false);
