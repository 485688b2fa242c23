namespace WorkoutLog.Bench.Comparison.Sandbox;

/// <summary>Control groups version 1: one tree per controller.</summary>
internal sealed class CpuGroupV1 : CpuGroup
{
    private readonly string _cpu;
    private readonly string _account;
    private readonly string _set;

    public CpuGroupV1(string root, string name, int core)
    {
        _cpu = Directory.CreateDirectory(Path.Combine(root, "cpu", name)).FullName;
        _account = Directory.CreateDirectory(Path.Combine(root, "cpuacct", name)).FullName;
        _set = Directory.CreateDirectory(Path.Combine(root, "cpuset", name)).FullName;
        Write(Path.Combine(_cpu, "cpu.cfs_period_us"), PeriodMicroseconds);
        Write(Path.Combine(_set, "cpuset.mems"), 0);
        Write(Path.Combine(_set, "cpuset.cpus"), core);
    }

    public override TimeSpan Used => TimeSpan.FromMicroseconds(ReadNumber(Path.Combine(_account, "cpuacct.usage")) / 1000.0);

    public override IReadOnlyList<string> MemberFiles => [.. Folders.Select(folder => Path.Combine(folder, "cgroup.procs"))];

    // A single folder if the controllers are mounted together.
    private IEnumerable<string> Folders => new[] { _cpu, _account, _set }.Distinct();

    public override void Dispose()
    {
        foreach (string folder in Folders)
        {
            Directory.Delete(folder);
        }
    }

    protected override void WriteQuota(int microseconds) => Write(Path.Combine(_cpu, "cpu.cfs_quota_us"), microseconds);
}
