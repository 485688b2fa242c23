namespace WorkoutLog.Local.Runner;

/// <summary>Resident memory of a process and its children, as the kernel reports it in <c>/proc</c>.</summary>
internal sealed class MemoryMeter(int processId, int limitMiB, TimeProvider clock)
{
    private const int KiBPerMiB = 1024;

    // The kernel records the peak of the process itself, so only a short peak of a child can be missed between two samples.
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(50);
    private long _peakKiB;

    /// <summary>Without <c>/proc</c> nothing is measured and no limit is enforced.</summary>
    public static bool IsSupported => OperatingSystem.IsLinux();

    public int PeakMiB => (int)((Interlocked.Read(ref _peakKiB) + KiBPerMiB - 1) / KiBPerMiB);

    public async Task ExceededAsync(CancellationToken cancellation)
    {
        do
        {
            await Task.Delay(_interval, clock, cancellation);
        }
        while (!Exceeds());
    }

    public bool Exceeds()
    {
        if (IsSupported)
        {
            var used = Math.Max(KiB(processId, "VmHWM:"), TreeOf(processId));
            Interlocked.Exchange(ref _peakKiB, Math.Max(_peakKiB, used));
        }

        return Interlocked.Read(ref _peakKiB) > (long)limitMiB * KiBPerMiB;
    }

    private static long TreeOf(int process) => KiB(process, "VmRSS:") + ChildrenOf(process).Sum(TreeOf);

    private static IEnumerable<int> ChildrenOf(int process) =>
        OrGone(() => Directory.GetDirectories($"/proc/{process}/task"), [])
            .SelectMany(thread => OrGone(() => File.ReadAllText($"{thread}/children"), "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(child => int.Parse(child, CultureInfo.InvariantCulture));

    // VmRSS:     1234 kB
    private static long KiB(int process, string field) =>
        OrGone(() => File.ReadAllLines($"/proc/{process}/status"), []).FirstOrDefault(line => line.StartsWith(field, StringComparison.Ordinal)) is { } line
            ? long.Parse(line.AsSpan()[field.Length..^" kB".Length], CultureInfo.InvariantCulture)
            : 0;

    // A process and its files may vanish at any moment; it then uses no memory.
    private static T OrGone<T>(Func<T> read, T gone)
    {
        try
        {
            return read();
        }
        catch (IOException)
        {
            return gone;
        }
    }
}
