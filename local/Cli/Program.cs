using System.CommandLine;
using WorkoutLog.Local;
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

try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration
    {
        EnableDefaultExceptionHandler = false,
        // A loaded machine may need a while to stop every child; a process that is ended before leaves its folder behind.
        ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
    }).ConfigureAwait(false);
}
catch (UserErrorException exception)
{
    await Console.Error.WriteLineAsync($"workout: {exception.Message}").ConfigureAwait(false);
    return 1;
}
