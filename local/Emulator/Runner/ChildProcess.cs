using System.Diagnostics;

namespace WorkoutLog.Local.Runner;

/// <summary>A child process that ends with the runner, however the runner ends (Linux only).</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    // A separate session shields the child from Ctrl-C in the terminal: the runner stops its children itself, in order.
    private static readonly string[] _wrapper =
        Executables.Find("setsid") is { } session && Executables.Find("setpriv") is { } privileges
            ? [session, privileges, "--pdeathsig", "KILL", "--"]
            : [];

    private readonly Process _process;
    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ChildProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public Task<int> Exited => _exited.Task;

    /// <param name="file">Absolute path of the program.</param>
    /// <param name="environment">The complete environment of the child; null inherits the runner's.</param>
    /// <param name="onLine">Receives each line of standard output and standard error.</param>
    public static async Task<ChildProcess> StartAsync(
        string file, IEnumerable<string> arguments, string workingDirectory, IReadOnlyDictionary<string, string>? environment,
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

/// <summary>
/// Starts every child from one thread that lives as long as the runner. Linux sends the parent-death signal when the thread
/// that forked ends, so the end of a pool thread would end its children.
/// </summary>
internal static class ProcessLauncher
{
    private static readonly BlockingCollection<(ProcessStartInfo Info, TaskCompletionSource<Process> Started)> _queue = StartThread();

    public static Task<Process> StartAsync(ProcessStartInfo info)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        _queue.Add((info, started));
        return started.Task;
    }

    private static BlockingCollection<(ProcessStartInfo, TaskCompletionSource<Process>)> StartThread()
    {
        var queue = new BlockingCollection<(ProcessStartInfo, TaskCompletionSource<Process>)>();
        new Thread(() => Run(queue)) { IsBackground = true, Name = "process launcher" }.Start();
        return queue;
    }

    private static void Run(BlockingCollection<(ProcessStartInfo Info, TaskCompletionSource<Process> Started)> queue)
    {
        foreach (var (info, started) in queue.GetConsumingEnumerable())
        {
            try
            {
                started.SetResult(Process.Start(info)!);
            }
            catch (Exception failure) when (failure is System.ComponentModel.Win32Exception or InvalidOperationException or IOException)
            {
                started.SetException(failure);
            }
        }
    }
}

/// <summary>Finds programs as a shell would.</summary>
internal static class Executables
{
    /// <returns>Absolute path of the program, or null if it is not in PATH.</returns>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
}
