using System.Globalization;
using WorkoutLog.Local;

namespace WorkoutLog.Bench.Comparison.Sandbox;

/// <summary>A control group of Linux that counts a process's CPU time, holds it on one core and gives it a share of that.</summary>
internal abstract class CpuGroup : IDisposable
{
    // Lambda hands out CPU in periods of this length.
    protected const int PeriodMicroseconds = 20_000;

    private const string Root = "/sys/fs/cgroup";

    /// <exception cref="UserErrorException">The system has no control groups that this user may make.</exception>
    public static CpuGroup Create(string name, int core)
    {
        try
        {
            return File.Exists(Path.Combine(Root, "cgroup.controllers")) ? new CpuGroupV2(Root, name, core) : new CpuGroupV1(Root, name, core);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(
                $"The share of a CPU that Lambda gives can't be set here ({failure.Message}). The comparison needs Linux control groups and root: sudo ./workout bench");
        }
    }

    /// <summary>CPU time of all that ran in the group so far.</summary>
    public abstract TimeSpan Used { get; }

    /// <summary>Files to which a process writes its id to become a member.</summary>
    public abstract IReadOnlyList<string> MemberFiles { get; }

    /// <param name="cores">Share of one core, such as 0.29.</param>
    public void Limit(double cores) => WriteQuota((int)(cores * PeriodMicroseconds));

    public abstract void Dispose();

    protected abstract void WriteQuota(int microseconds);

    protected static long ReadNumber(string file) => long.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture);

    protected static void Write(string file, object value) => File.WriteAllText(file, Convert.ToString(value, CultureInfo.InvariantCulture));
}
