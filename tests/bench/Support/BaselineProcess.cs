using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using WorkoutLog.Bench.Baselines;
using WorkoutLog.Bench.Comparison;

namespace WorkoutLog.Bench.Tests.Support;

/// <summary>A baseline between a Runtime API and a test bed's AWS.</summary>
internal sealed class BaselineProcess : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(10);
    private readonly FakeLambda _lambda;
    private readonly Process _process;
    private readonly StringBuilder _errors = new();
    private readonly List<string> _lines = [];

    private BaselineProcess(FakeLambda lambda, Process process)
    {
        _lambda = lambda;
        _process = process;
    }

    /// <summary>Standard output; complete after disposal.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <param name="change">Changes its environment.</param>
    public static async Task<BaselineProcess> StartAsync(FunctionUnderTest function, TestBed bed, Action<IDictionary<string, string?>>? change = null)
    {
        var lambda = await FakeLambda.StartAsync();
        var info = new ProcessStartInfo(function.Program, function.Arguments)
        {
            WorkingDirectory = function.WorkingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment.Clear();
        foreach (var (name, value) in bed.Variables(function, lambda.Address))
        {
            info.Environment[name] = value;
        }

        change?.Invoke(info.Environment);
        var baseline = new BaselineProcess(lambda, Process.Start(info)!);
        baseline._process.ErrorDataReceived += (_, line) => baseline._errors.AppendLine(line.Data);
        baseline._process.OutputDataReceived += (_, line) => baseline.Take(line.Data);
        baseline._process.BeginErrorReadLine();
        baseline._process.BeginOutputReadLine();
        return baseline;
    }

    /// <summary>Sends an API Gateway event.</summary>
    /// <returns>Status and body of the answer.</returns>
    public async Task<(int Status, JsonNode Body)> InvokeAsync(byte[] payload)
    {
        _lambda.Offer(payload);
        var (path, answer) = await AnswerAsync();
        Assert.True(path == "invocation/request-1/response", $"{path}: {answer}\n{_errors}");
        return (answer["statusCode"]!.GetValue<int>(), JsonNode.Parse(answer["body"]!.GetValue<string>())!);
    }

    /// <summary>Its next call to the Runtime API.</summary>
    public async Task<(string Path, JsonNode Body)> AnswerAsync()
    {
        using var limit = new CancellationTokenSource(_patience);
        return await _lambda.AnswerAsync(limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        await _lambda.DisposeAsync();
    }

    // Null marks the end of the stream.
    private void Take(string? line)
    {
        if (line is not null)
        {
            _lines.Add(line);
        }
    }
}
