using System.CommandLine.Invocation;
using System.Runtime.InteropServices;

namespace WorkoutLog.Local.Cli;

/// <summary>Exit codes of all commands, including those of the script.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The command ran, with a negative result: a difference, a violation, a missing requirement, a failed test.</summary>
    public const int Failure = 1;

    /// <summary>The command could not run: invalid command line or settings, or a problem with the machine or the package registry.</summary>
    public const int Error = 2;

    /// <summary>Stopped by Ctrl-C: 128 plus the number of the signal.</summary>
    public const int Interrupted = 130;
}

/// <summary>Runs a command; reports an error that the user can fix in one line.</summary>
internal static class CommandRunner
{
    private static readonly TimeSpan _sameSignal = TimeSpan.FromSeconds(1);

    // The parser's own signal handling ends the process without a message and leaves its children running.
    public static InvocationConfiguration Configuration { get; } = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };

    /// <param name="program">Prefix of error messages.</param>
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
                return ExitCode.Error;
            }

            return await line.InvokeAsync(Configuration, stop.Token);
        }
        catch (Exception exception) when (exception is UserErrorException or IOException or UnauthorizedAccessException)
        {
            // The message of an IOException names the file and the reason.
            await Console.Error.WriteLineAsync($"{program}: {exception.Message}");
            return ExitCode.Error;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync($"{program}: interrupted.");
            return ExitCode.Interrupted;
        }

        void Stop(PosixSignalContext signal)
        {
            // A second signal ends the process at once, unless a wrapper of the command forwards the first one again.
            signal.Cancel = firstSignal is not { } first || clock.GetElapsedTime(first) < _sameSignal;
            firstSignal ??= clock.GetTimestamp();
            stop.Cancel();
        }
    }
}
