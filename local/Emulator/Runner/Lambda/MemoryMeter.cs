using System.Globalization;
using System.Text.RegularExpressions;

namespace WorkoutLog.Local.Runner.Lambda;

/// <summary>Resident memory of a process and its children, as the kernel tells it in <c>/proc</c>.</summary>
internal sealed partial class MemoryMeter(int processId, int limitMiB, TimeProvider clock)
{
    private const int KiBPerMiB = 1024;

    // The kernel keeps the process's own peak, so a short one between two looks is not missed; only that of a child can be.
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(50);
    private long _peakKiB;

    /// <summary>Without <c>/proc</c> nothing is measured, and no limit holds.</summary>
    public static bool IsSupported => OperatingSystem.IsLinux();

    /// <summary>The most so far.</summary>
    public int PeakMiB => (int)((Interlocked.Read(ref _peakKiB) + KiBPerMiB - 1) / KiBPerMiB);

    /// <summary>Ends when the limit is passed.</summary>
    public async Task ExceededAsync(CancellationToken cancellation)
    {
        do
        {
            await Task.Delay(_interval, clock, cancellation);
        }
        while (!Exceeds());
    }

    /// <summary>Looks once.</summary>
    /// <returns>Whether the limit has ever been passed.</returns>
    public bool Exceeds()
    {
        if (IsSupported)
        {
            var (resident, peak) = Of(processId);
            var used = Math.Max(peak, resident + ChildrenOf(processId).Sum(TreeOf));
            Interlocked.Exchange(ref _peakKiB, Math.Max(_peakKiB, used));
        }

        return Interlocked.Read(ref _peakKiB) > (long)limitMiB * KiBPerMiB;
    }

    private static long TreeOf(int process) => Of(process).ResidentKiB + ChildrenOf(process).Sum(TreeOf);

    private static (long ResidentKiB, long PeakKiB) Of(int process)
    {
        var status = Read($"/proc/{process}/status");
        return (KiB(Resident().Match(status)), KiB(Peak().Match(status)));
    }

    private static IEnumerable<int> ChildrenOf(int process) => ThreadsOf(process)
        .SelectMany(thread => Read($"{thread}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(child => int.Parse(child, CultureInfo.InvariantCulture));

    private static string[] ThreadsOf(int process)
    {
        try
        {
            return Directory.GetDirectories($"/proc/{process}/task");
        }
        catch (IOException)
        {
            return [];
        }
    }

    // A process may end at any moment, and its files with it: what is gone holds no memory.
    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static long KiB(Match line) => line.Success ? long.Parse(line.Groups["size"].ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^VmRSS:\s*(?<size>\d+) kB", RegexOptions.Multiline)]
    private static partial Regex Resident();

    [GeneratedRegex(@"^VmHWM:\s*(?<size>\d+) kB", RegexOptions.Multiline)]
    private static partial Regex Peak();
}
