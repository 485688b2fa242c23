namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary><c>workout up --json</c> as a separate process, with its own folder for temporary files.</summary>
internal sealed class UpProcess : IAsyncDisposable
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(10);
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _errors = new();

    private UpProcess(Process process) => _process = process;

    /// <summary>The working folder.</summary>
    public string RepositoryRoot => TemporaryFiles.PathOf("repository");

    public Sandbox TemporaryFiles { get; } = new();

    /// <summary>The line on standard output that reports that the run is ready.</summary>
    public string ReadyLine { get; private set; } = "";

    public Uri Url => new(JsonNode.Parse(ReadyLine)!["url"]!.GetValue<string>());

    public string StandardError => string.Join('\n', _errors);

    public int Id => _process.Id;

    /// <summary>The folders of the functions' code.</summary>
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

    /// <param name="prepare">Changes the repository in the given folder before the start.</param>
    /// <param name="arguments">Added to the arguments that every run here has.</param>
    public static async Task<UpProcess> StartAsync(Action<string>? prepare = null, params string[] arguments)
    {
        var up = Start(prepare, ["--port", "0", .. arguments]);
        using var limit = new CancellationTokenSource(_limit);
        up.ReadyLine = await up._process.StandardOutput.ReadLineAsync(limit.Token)
            ?? throw new InvalidOperationException($"`workout up` ended before it was ready:\n{up.StandardError}");
        return up;
    }

    /// <returns>Process ids of all descendants.</returns>
    public int[] Descendants() => [.. ProcessTree.DescendantsOf(_process.Id)];

    /// <summary>Stops it as a service manager does.</summary>
    /// <returns>The exit code, and the standard output after the ready line.</returns>
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

    /// <summary>Runs another command in the same repository.</summary>
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
