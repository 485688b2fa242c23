using System.CommandLine;
using System.Runtime.InteropServices;

namespace WorkoutLog.Local.Cli;

/// <summary>Runs a command to its end, whatever that is; errors that a user can mend are told in a line.</summary>
internal static class CommandRunner
{
    private const int Failed = 1;

    // As a shell sees a command that Ctrl-C ended.
    private const int Interrupted = 130;

    private static readonly TimeSpan _sameSignal = TimeSpan.FromSeconds(1);

    // The parser's own handling of signals ends the process without a word, and without its children.
    public static InvocationConfiguration Configuration { get; } = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };

    /// <param name="program">What error messages begin with.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(RootCommand root, string[] args, string program)
    {
        var clock = TimeProvider.System;
        long? firstSignal = null;
        using var stop = new CancellationTokenSource();
        using var ctrlC = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var end = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var closedTerminal = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
        try
        {
            return await root.Parse(args).InvokeAsync(Configuration, stop.Token);
        }
        catch (UserErrorException exception)
        {
            await Console.Error.WriteLineAsync($"{program}: {exception.Message}");
            return Failed;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync($"{program}: stopped before the end.");
            return Interrupted;
        }

        void Stop(PosixSignalContext signal)
        {
            // A second one ends the process at once, but not the same one that a wrapper of the command passes on.
            signal.Cancel = firstSignal is not { } first || clock.GetElapsedTime(first) < _sameSignal;
            firstSignal ??= clock.GetTimestamp();
            stop.Cancel();
        }
    }
}
