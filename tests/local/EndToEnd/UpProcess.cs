namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary><c>workout up --json</c> as a process of its own, with a folder for its temporary files that nobody else uses.</summary>
internal sealed class UpProcess : IAsyncDisposable
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(10);
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _errors = new();

    private UpProcess(Process process) => _process = process;

    /// <summary>The folder that it runs in.</summary>
    public string RepositoryRoot => TemporaryFiles.PathOf("repository");

    public Sandbox TemporaryFiles { get; } = new();

    /// <summary>The line on standard output that says that the run is ready.</summary>
    public string ReadyLine { get; private set; } = "";

    public Uri Url => new(JsonNode.Parse(ReadyLine)!["url"]!.GetValue<string>());

    public string StandardError => string.Join('\n', _errors);

    public int Id => _process.Id;

    /// <summary>Of the functions' code.</summary>
    public string[] Folders() => Directory.GetDirectories(TemporaryFiles.Root, "workout-up-*");

    public async Task KillAsync()
    {
        _process.Kill();
        await EndAsync();
    }

    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <param name="prepare">Changes the repository, in this folder, before the start.</param>
    /// <param name="arguments">Besides those that every run here has.</param>
    public static async Task<UpProcess> StartAsync(Action<string>? prepare = null, params string[] arguments)
    {
        var up = Start(prepare, ["--port", "0", .. arguments]);
        using var limit = new CancellationTokenSource(_limit);
        up.ReadyLine = await up._process.StandardOutput.ReadLineAsync(limit.Token)
            ?? throw new InvalidOperationException($"`workout up` ended before it was ready:\n{up.StandardError}");
        return up;
    }

    /// <returns>Process ids of all children, and theirs.</returns>
    public int[] Descendants() => [.. ProcessTree.DescendantsOf(_process.Id)];

    /// <summary>Asks it to stop as a service manager does.</summary>
    /// <returns>The exit code, and what came on standard output after the ready line.</returns>
    public async Task<(int ExitCode, string RestOfOutput)> StopAsync()
    {
        await Tool.SignalAsync(_process, "TERM");
        using var limit = new CancellationTokenSource(_limit);
        await _process.WaitForExitAsync(limit.Token);
        return (_process.ExitCode, await _process.StandardOutput.ReadToEndAsync(limit.Token));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await StopAsync();
        }

        _process.Dispose();
        TemporaryFiles.Dispose();
    }

    /// <summary>Runs another command of the command line where this one runs.</summary>
    public Task<(int ExitCode, string StandardOutput, string StandardError)> RunCommandAsync(params string[] arguments) =>
        CommandLine.In(TemporaryFiles, arguments).RunAsync();

    private static UpProcess Start(Action<string>? prepare, string[] arguments)
    {
        var process = new Process();
        var up = new UpProcess(process);
        LocalRepository.Create(up.RepositoryRoot);
        prepare?.Invoke(up.RepositoryRoot);
        process.StartInfo = CommandLine.In(up.TemporaryFiles, ["up", "--json", .. arguments]).StartInfo();
        process.ErrorDataReceived += (_, line) => up._errors.Enqueue(line.Data ?? "");
        process.Start();
        process.BeginErrorReadLine();
        return up;
    }
}
