using System.Diagnostics;

namespace WorkoutLog.Local.Import.Fit;

/// <summary>Decodes FIT files with an npm package, in one Node.js process for all files.</summary>
internal sealed class FitDecoder : IAsyncDisposable
{
    private const string Script = "Fit/decode.mjs";

    // Some thousand times what a long activity needs.
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(1);

    private Process? _process;

    /// <returns>The output of <c>decode.mjs</c> for a file.</returns>
    /// <exception cref="UserErrorException">Node.js or the package is missing.</exception>
    /// <exception cref="UnreadableException">It is not a FIT file, or damaged.</exception>
    public async Task<JsonNode> DecodeAsync(byte[] content, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_limit);
        _process ??= Start();
        try
        {
            await _process.StandardInput.WriteLineAsync(Convert.ToBase64String(content).AsMemory(), limit.Token);
            await _process.StandardInput.FlushAsync(limit.Token);
            var line = await _process.StandardOutput.ReadLineAsync(limit.Token);
            var answer = line is null ? null : JsonNode.Parse(line);
            return answer?["error"] is not { } error ? answer ?? throw new IOException() : throw new UnreadableException($"it is not an intact FIT file: {error}");
        }
        catch (Exception exception) when (exception is IOException or JsonException || (exception is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            // For example a file that uses up the memory; the next file gets a new process.
            await DisposeAsync();
            throw new UnreadableException("the FIT decoder, which needs Node.js 20 or newer, failed on it");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    private static Process Start()
    {
        var node = Executables.Find("node")
            ?? throw new UserErrorException("FIT files need Node.js 20 or newer, which is missing. Fix: install it (https://nodejs.org), or export the files as TCX or GPX.");
        var library = new Uri(Path.Combine(NpmPackage.Find(NpmPackage.FitParser), "dist", "fit-parser.js"));
        using var script = new StreamReader(typeof(FitDecoder).Assembly.GetManifestResourceStream(Script)!);
        var start = new ProcessStartInfo(node, ["--max-old-space-size=1024", "--input-type=module", "--eval", script.ReadToEnd(), library.AbsoluteUri])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A decoder of untrusted files gets no environment.
        start.Environment.Clear();
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }
}
