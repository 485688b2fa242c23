using System.Diagnostics;
using System.Text.Json;
using WorkoutLog.Bench.Micro.Requests;

namespace WorkoutLog.Bench.Micro;

/// <summary>
/// The bytes that a request allocates on the managed heap: the same ones on every machine and under every load. They are counted in a
/// process of its own, in which every method is compiled once and for all, since code that is compiled again allocates less from then on.
/// </summary>
internal static class AllocatedBytes
{
    /// <summary>What the process of its own is called with.</summary>
    public const string Argument = "allocated-bytes";

    // Until all lazily made things are made; then as many as make a rare allocation, such as a pool's, no matter.
    private const int Warmups = 50;
    private const int Counted = 101;

    /// <returns>Bytes of each of the <see cref="HandledRequest.Committed"/>, by its name.</returns>
    public static async Task<IReadOnlyDictionary<string, long>> MeasureAsync(CancellationToken cancellation)
    {
        string program = typeof(AllocatedBytes).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [program, Argument])
        {
            Environment = { ["DOTNET_TieredCompilation"] = "0" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(cancellation);
        string output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<Dictionary<string, long>>(output)!
            : throw new InvalidOperationException($"The bytes could not be counted:\n{await errors}");
    }

    /// <summary>The process of its own: writes them to standard output.</summary>
    public static void Print() =>
        Console.Out.Write(JsonSerializer.Serialize(HandledRequest.Committed.ToDictionary(request => request.Name, Of)));

    private static long Of(HandledRequest request)
    {
        for (int warmup = 0; warmup < Warmups; warmup++)
        {
            request.HandleAsync().GetAwaiter().GetResult();
        }

        long[] counted = [.. Enumerable.Range(0, Counted).Select(_ => OfOne(request)).Order()];
        return counted[Counted / 2];
    }

    private static long OfOne(HandledRequest request)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Task answer = request.Answer();
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        // What another thread allocates would not be counted.
        return answer.IsCompletedSuccessfully
            ? bytes
            : throw new InvalidOperationException($"{request.Name} waited for something; the bytes of a request are counted on one thread.");
    }
}
