using System.Diagnostics;
using System.Text.Json;
using WorkoutLog.Bench.Micro.Requests;

namespace WorkoutLog.Bench.Micro;

/// <summary>
/// The bytes that a request allocates on the managed heap, which depend on neither machine nor load. They are counted in a separate
/// process without tiered compilation, because recompiled code allocates less.
/// </summary>
internal static class AllocatedBytes
{
    /// <summary>Argument that starts the separate process.</summary>
    public const string Argument = "allocated-bytes";

    // Warm-up until all lazy objects exist; then enough calls to make a rare allocation, such as a pool's, negligible.
    private const int Warmups = 50;
    private const int Counted = 101;

    /// <returns>Bytes by name of each of the <see cref="HandledRequest.Committed"/>.</returns>
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

    /// <summary>Runs in the separate process: writes the bytes to standard output.</summary>
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
        // Allocations of another thread would not be counted.
        return answer.IsCompletedSuccessfully
            ? bytes
            : throw new InvalidOperationException($"{request.Name} did not complete synchronously; bytes are counted on one thread only.");
    }
}
