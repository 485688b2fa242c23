using System.Globalization;
using WorkoutLog.Local;

namespace WorkoutLog.Bench.Comparison.Sandbox;

/// <summary>A Linux control group that measures a process's CPU time, pins it to one core and limits its share of it.</summary>
internal abstract class CpuGroup : IDisposable
{
    // Lambda allocates CPU in periods of this length.
    protected const int PeriodMicroseconds = 20_000;

    private const string Root = "/sys/fs/cgroup";

    /// <exception cref="UserErrorException">This user can't create control groups on this system.</exception>
    public static CpuGroup Create(string name, int core)
    {
        try
        {
            return File.Exists(Path.Combine(Root, "cgroup.controllers")) ? new CpuGroupV2(Root, name, core) : new CpuGroupV1(Root, name, core);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(
                $"The CPU limit of Lambda can't be set ({failure.Message}). The comparison needs Linux control groups and root. Fix: sudo ./workout bench");
        }
    }

    /// <summary>CPU time used by the group so far.</summary>
    public abstract TimeSpan Used { get; }

    /// <summary>Files that a process writes its id to in order to join the group.</summary>
    public abstract IReadOnlyList<string> MemberFiles { get; }

    /// <param name="cores">Share of one core, such as 0.29.</param>
    public void Limit(double cores) => WriteQuota((int)(cores * PeriodMicroseconds));

    public abstract void Dispose();

    protected abstract void WriteQuota(int microseconds);

    protected static long ReadNumber(string file) => long.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture);

    protected static void Write(string file, object value) => File.WriteAllText(file, Convert.ToString(value, CultureInfo.InvariantCulture));
}
