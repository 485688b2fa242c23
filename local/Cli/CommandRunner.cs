using System.CommandLine.Invocation;
using System.Runtime.InteropServices;

namespace WorkoutLog.Local.Cli;

/// <summary>How every command ends, the script's own ones too.</summary>
internal static class ExitCode
{
    /// <summary>Done, and the answer is good.</summary>
    public const int Good = 0;

    /// <summary>Done, and the answer is not good: a difference, a violation, something missing, a test that fails.</summary>
    public const int NotGood = 1;

    /// <summary>Not done, because of the command line, a setting, the machine or the registry.</summary>
    public const int NotDone = 2;

    /// <summary>Stopped by Ctrl-C, as a shell sees it.</summary>
    public const int Interrupted = 130;
}

/// <summary>Runs a command to its end, whatever that is; errors that a user can mend are told in a line.</summary>
internal static class CommandRunner
{
    private static readonly TimeSpan _sameSignal = TimeSpan.FromSeconds(1);

    // The parser's own handling of signals ends the process without a word, and without its children.
    public static InvocationConfiguration Configuration { get; } = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };

    /// <param name="program">What error messages begin with.</param>
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
            var line = root.Parse(args);
            if (line.Action is ParseErrorAction)
            {
                CommandLineErrors.Write(line, program, Console.Error);
                return ExitCode.NotDone;
            }

            return await line.InvokeAsync(Configuration, stop.Token);
        }
        catch (Exception exception) when (exception is UserErrorException or IOException or UnauthorizedAccessException)
        {
            // A file that can't be read or written says itself which one and why.
            await Console.Error.WriteLineAsync($"{program}: {exception.Message}");
            return ExitCode.NotDone;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync($"{program}: stopped before the end.");
            return ExitCode.Interrupted;
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
