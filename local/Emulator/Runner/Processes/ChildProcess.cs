using System.Diagnostics;

namespace WorkoutLog.Local.Runner.Processes;

/// <summary>A child that ends with the runner, however the runner ends, where the system offers that (Linux).</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    // A session of its own keeps Ctrl-C of the terminal away: the runner stops its children itself, in order.
    private static readonly string[] _wrapper =
        Executables.Find("setsid") is { } session && Executables.Find("setpriv") is { } privileges
            ? [session, privileges, "--pdeathsig", "KILL", "--"]
            : [];

    private readonly Process _process;
    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ChildProcess(Process process) => _process = process;

    public int Id => _process.Id;

    /// <summary>Ends with the exit code.</summary>
    public Task<int> Exited => _exited.Task;

    /// <param name="file">Absolute path of the program.</param>
    /// <param name="environment">The whole environment of the child; null hands on the runner's own.</param>
    /// <param name="onLine">Receives each line of standard output and standard error.</param>
    public static async Task<ChildProcess> StartAsync(
        string file,
        IEnumerable<string> arguments,
        string workingDirectory,
        IReadOnlyDictionary<string, string>? environment,
        Action<string> onLine)
    {
        string[] command = [.. _wrapper, file, .. arguments];
        var info = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (environment is not null)
        {
            info.Environment.Clear();
            foreach (var (name, value) in environment)
            {
                info.Environment[name] = value;
            }
        }

        var child = new ChildProcess(await ProcessLauncher.StartAsync(info));
        child.Watch(onLine);
        return child;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_exited.Task.IsCompleted)
        {
            _process.Kill(entireProcessTree: true);
            await _exited.Task;
        }

        _process.Dispose();
    }

    private void Watch(Action<string> onLine)
    {
        DataReceivedEventHandler forward = (_, line) =>
        {
            if (line.Data is not null)
            {
                onLine(line.Data);
            }
        };
        _process.OutputDataReceived += forward;
        _process.ErrorDataReceived += forward;
        _process.Exited += (_, _) => _exited.TrySetResult(_process.ExitCode);
        _process.EnableRaisingEvents = true;
        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }
}
