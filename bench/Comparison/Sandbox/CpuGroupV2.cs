using System.Globalization;

namespace WorkoutLog.Bench.Comparison.Sandbox;

/// <summary>Control groups version 2: one tree for all controllers.</summary>
internal sealed class CpuGroupV2 : CpuGroup
{
    private const string UsageKey = "usage_usec ";

    private readonly string _folder;

    public CpuGroupV2(string root, string name, int core)
    {
        Write(Path.Combine(root, "cgroup.subtree_control"), "+cpu +cpuset");
        _folder = Directory.CreateDirectory(Path.Combine(root, name)).FullName;
        Write(Path.Combine(_folder, "cpuset.cpus"), core);
    }

    public override TimeSpan Used => TimeSpan.FromMicroseconds(long.Parse(
        File.ReadLines(Path.Combine(_folder, "cpu.stat")).First(line => line.StartsWith(UsageKey, StringComparison.Ordinal))[UsageKey.Length..],
        CultureInfo.InvariantCulture));

    public override IReadOnlyList<string> MemberFiles => [Path.Combine(_folder, "cgroup.procs")];

    public override void Dispose() => Directory.Delete(_folder);

    protected override void WriteQuota(int microseconds) => Write(Path.Combine(_folder, "cpu.max"), $"{microseconds} {PeriodMicroseconds}");
}
