using System.Text.Json.Nodes;
using WorkoutLog.Bench.Baselines;
using WorkoutLog.Bench.Comparison.Sandbox;
using WorkoutLog.Local;
using WorkoutLog.Local.Runner;

namespace WorkoutLog.Bench.Comparison;

/// <summary>Starts a function as Lambda does and measures it from outside: INIT on a full core, then the CPU share of its memory size.</summary>
/// <param name="memoryMiB">Memory of every function.</param>
internal sealed class FunctionRunner(TestBed bed, int memoryMiB, TimeProvider time)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly SandboxLimits _limits = new(Cores.OfFunction, memoryMiB);

    /// <param name="events">The first one waits for the start; the others follow one by one.</param>
    /// <exception cref="UserErrorException">The process ended, or answered with an error.</exception>
    public async Task<FunctionRun> RunAsync(FunctionUnderTest function, IReadOnlyList<byte[]> events, CancellationToken cancellation)
    {
        using CpuGroup group = CpuGroup.Create($"workout-bench-{Environment.ProcessId}", _limits.Core);
        await using RuntimeApi api = await RuntimeApi.StartAsync(time, _ => { }, cancellation);
        IReadOnlyDictionary<string, string> variables = bed.Variables(function, api.Address);
        long started = time.GetTimestamp();
        await using SandboxedProcess process = SandboxedProcess.Start(function, variables, group);
        await WaitAsync(api.Ready, process, function, cancellation);
        TimeSpan init = time.GetElapsedTime(started);
        TimeSpan initCpu = group.Used;
        group.Limit(_limits.Cores);
        await InvokeAsync(api, process, function, events[0], cancellation);
        TimeSpan firstAnswer = time.GetElapsedTime(started);
        TimeSpan coldCpu = group.Used;
        var warm = new List<TimeSpan>();
        foreach (byte[] next in events.Skip(1))
        {
            long sent = time.GetTimestamp();
            await InvokeAsync(api, process, function, next, cancellation);
            warm.Add(time.GetElapsedTime(sent));
        }

        TimeSpan warmCpu = warm.Count == 0 ? TimeSpan.Zero : (group.Used - coldCpu) / warm.Count;
        return new FunctionRun(init, firstAnswer, initCpu, coldCpu, warm, warmCpu, process.PeakKiB);
    }

    private async Task InvokeAsync(
        RuntimeApi api, SandboxedProcess process, FunctionUnderTest function, byte[] payload, CancellationToken cancellation)
    {
        var invocation = new Invocation(Guid.NewGuid().ToString(), payload, bed.ArnOf(function), "Root=1-0-0", _patience);
        api.Offer(invocation);
        await WaitAsync(invocation.Finished.Task, process, function, cancellation);
        InvocationResult result = await invocation.Finished.Task;
        int? status = result is InvocationResult.Answered answer ? (int?)JsonNode.Parse(answer.Payload.Span)!["statusCode"] : null;
        if (status is not (200 or 201))
        {
            throw new UserErrorException($"{function.Name} failed; it answered {Describe(result)}\n{process.Output}");
        }
    }

    private static string Describe(InvocationResult result) => result switch
    {
        InvocationResult.Answered answer => System.Text.Encoding.UTF8.GetString(answer.Payload.Span),
        InvocationResult.Failed failed => failed.Error,
        _ => result.ToString(),
    };

    private static async Task WaitAsync(Task step, SandboxedProcess process, FunctionUnderTest function, CancellationToken cancellation)
    {
        Task first = await Task.WhenAny(step, process.Exited, Task.Delay(_patience, cancellation));
        cancellation.ThrowIfCancellationRequested();
        if (first != step && !step.IsCompleted)
        {
            throw new UserErrorException($"{function.Name} {(process.Exited.IsCompleted ? "ended before it answered" : "did not answer in time")}:\n{process.Output}");
        }
    }
}
