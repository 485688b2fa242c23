using WorkoutLog.Packaging;
using Host = System.Runtime.InteropServices.Architecture;

namespace WorkoutLog.Functions.Tests.Packaging;

public class FunctionBuildTests
{
    [Theory]
    [InlineData(Architecture.X86_64, Host.X64)]
    [InlineData(Architecture.Arm64, Host.Arm64)]
    public void Linux_links_native_functions_for_its_own_architecture(Architecture architecture, Host host) =>
        Assert.Null(BuildHost.Refusal(new FunctionBuild(PackagingMode.Aot, architecture), host, isLinux: true));

    [Theory]
    [InlineData(Architecture.Arm64, Host.X64, true, "arm64 can be linked only on Linux arm64; this machine runs Linux x64")]
    [InlineData(Architecture.X86_64, Host.Arm64, true, "x86_64 can be linked only on Linux x64; this machine runs Linux arm64")]
    [InlineData(Architecture.Arm64, Host.Arm64, false, "arm64 can be linked only on Linux arm64; this machine does not run Linux")]
    public void No_other_host_links_native_functions(Architecture architecture, Host host, bool isLinux, string reason) =>
        Assert.Equal(
            $"Native functions for {reason}. Build on that platform, or set packaging to managed, which builds on any machine.",
            BuildHost.Refusal(new FunctionBuild(PackagingMode.Aot, architecture), host, isLinux));

    [Theory]
    [InlineData(Host.Arm64, true)]
    [InlineData(Host.X64, false)]
    public void Any_machine_builds_managed_functions(Host host, bool isLinux) =>
        Assert.Null(BuildHost.Refusal(new FunctionBuild(PackagingMode.Managed, Architecture.X86_64), host, isLinux));

    [Theory]
    [InlineData("aot", "x86_64", "a/functions/Echo.zip")]
    [InlineData("aot", "arm64", "a/functions/aot-arm64/Echo.zip")]
    [InlineData("managed", "x86_64", "a/functions/managed-x86_64/Echo.zip")]
    [InlineData("managed", "arm64", "a/functions/managed-arm64/Echo.zip")]
    public void Each_build_has_its_own_archives(string mode, string architecture, string archive) =>
        Assert.Equal(archive, FunctionBuild.Parse(mode, architecture)!.ArchiveIn("a", "Echo"));

    [Theory]
    [InlineData("AOT", "x86_64")]
    [InlineData("jit", "x86_64")]
    [InlineData("aot", "x64")]
    public void Refuses_unknown_words(string mode, string architecture) => Assert.Null(FunctionBuild.Parse(mode, architecture));
}
