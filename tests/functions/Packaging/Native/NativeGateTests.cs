using WorkoutLog.Packaging;
using WorkoutLog.Packaging.Native;

namespace WorkoutLog.Functions.Tests.Packaging.Native;

public class NativeGateTests
{
    [Theory]
    [InlineData("GLIBC_2.2.5")]
    [InlineData("GLIBC_2.34")]
    [InlineData(null)]
    public void Accepts_the_versions_of_Amazon_Linux_2023_and_static_executables(string? version) => Assert.Null(NativeGate.Refusal(
        version is null ? ElfImage.CreateStatic(ElfImage.X64) : ElfImage.Create(ElfImage.X64, ("libc.so.6", [version])), Architecture.X86_64));

    [Theory]
    [InlineData("GLIBC_2.35")]
    [InlineData("GLIBC_2.100")]
    [InlineData("GLIBC_3.0")]
    [InlineData("GLIBC_ABI_DT_RELR")]
    public void Refuses_newer_versions_and_suggests_a_fix(string version) =>
        Assert.Equal(
            $"needs {version} of libc.so.6, but Lambda's provided.al2023 has glibc 2.34; it would not start. "
            + "Build on a system with that glibc version or older, such as an Amazon Linux 2023 container, "
            + "or set packaging to managed, which builds on any system.",
            NativeGate.Refusal(ElfImage.Create(ElfImage.Arm64, ("libc.so.6", [version])), Architecture.Arm64));

    [Fact]
    public void Names_each_version_that_is_too_new()
    {
        var executable = ElfImage.Create(
            ElfImage.X64, ("libm.so.6", ["GLIBC_2.2.5", "GLIBC_2.38"]), ("libgcc_s.so.1", ["GCC_3.0"]), ("libc.so.6", ["GLIBC_2.36", "GLIBC_2.34"]));

        var refusal = NativeGate.Refusal(executable, Architecture.X86_64);

        Assert.StartsWith("needs GLIBC_2.38 of libm.so.6, GLIBC_2.36 of libc.so.6, but", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ElfImage.X64, Architecture.Arm64, "is an executable for x86_64, but the requested architecture is arm64.")]
    [InlineData(ElfImage.Arm64, Architecture.X86_64, "is an executable for arm64, but the requested architecture is x86_64.")]
    [InlineData(243, Architecture.X86_64, "is an executable for machine 243, but the requested architecture is x86_64.")]
    public void Refuses_another_architecture(int machine, Architecture asked, string refusal) =>
        Assert.Equal(refusal, NativeGate.Refusal(ElfImage.Create(machine), asked));

    [Fact]
    public void Refuses_anything_but_an_executable() =>
        Assert.Equal("can't be checked, so it is not packaged: it is not an ELF file.", NativeGate.Refusal("#!/bin/bash"u8.ToArray(), Architecture.X86_64));

    [Theory]
    [InlineData(4, 1)]
    [InlineData(5, 2)]
    public void Refuses_another_width_or_byte_order(int at, byte value)
    {
        var executable = ElfImage.Create(ElfImage.X64);
        executable[at] = value;

        Assert.Equal(
            "can't be checked, so it is not packaged: it is not a 64-bit little-endian ELF file.",
            NativeGate.Refusal(executable, Architecture.X86_64));
    }

    [Fact]
    public void Refuses_a_truncated_file()
    {
        var executable = ElfImage.Create(ElfImage.X64, ("libc.so.6", ["GLIBC_2.38"]));

        Assert.All(Enumerable.Range(0, executable.Length), length => Assert.NotNull(NativeGate.Refusal(executable.AsMemory(0, length), Architecture.X86_64)));
    }

    [Fact]
    public void Reads_a_real_executable()
    {
        // The host of this test: it has this machine's architecture and is built for old systems too.
        var host = new ElfFile(File.ReadAllBytes(Environment.ProcessPath!));

        Assert.Contains(host.NeededVersions, needed => needed.Library == "libc.so.6" && needed.Version.StartsWith("GLIBC_2.", StringComparison.Ordinal));
    }
}
