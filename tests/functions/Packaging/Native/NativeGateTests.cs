using WorkoutLog.Packaging;
using WorkoutLog.Packaging.Native;

namespace WorkoutLog.Functions.Tests.Packaging.Native;

public class NativeGateTests
{
    [Theory]
    [InlineData("GLIBC_2.2.5")]
    [InlineData("GLIBC_2.34")]
    [InlineData(null)]
    public void Lets_through_what_Amazon_Linux_2023_has_and_what_needs_no_library(string? version) => Assert.Null(NativeGate.Refusal(
        version is null ? ElfImage.CreateStatic(ElfImage.X64) : ElfImage.Create(ElfImage.X64, ("libc.so.6", [version])), Architecture.X86_64));

    [Theory]
    [InlineData("GLIBC_2.35")]
    [InlineData("GLIBC_2.100")]
    [InlineData("GLIBC_3.0")]
    [InlineData("GLIBC_ABI_DT_RELR")]
    public void Refuses_what_came_later_and_says_what_to_do(string version) =>
        Assert.Equal(
            $"needs {version} of libc.so.6, but Lambda's provided.al2023 has glibc 2.34: it would not start there. "
            + "Build on a system with that glibc or an older one, such as a container of Amazon Linux 2023, "
            + "or set packaging to managed, which any system can build.",
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
    [InlineData(ElfImage.X64, Architecture.Arm64, "is an executable for x86_64, but the architecture arm64 was asked for.")]
    [InlineData(ElfImage.Arm64, Architecture.X86_64, "is an executable for arm64, but the architecture x86_64 was asked for.")]
    [InlineData(243, Architecture.X86_64, "is an executable for machine 243, but the architecture x86_64 was asked for.")]
    public void Refuses_another_architecture(int machine, Architecture asked, string refusal) =>
        Assert.Equal(refusal, NativeGate.Refusal(ElfImage.Create(machine), asked));

    [Fact]
    public void Refuses_what_is_no_executable() =>
        Assert.Equal("can't be checked, so it is not packaged: it is no ELF file.", NativeGate.Refusal("#!/bin/bash"u8.ToArray(), Architecture.X86_64));

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
    public void Refuses_a_file_that_is_cut_off_anywhere()
    {
        var executable = ElfImage.Create(ElfImage.X64, ("libc.so.6", ["GLIBC_2.38"]));

        Assert.All(Enumerable.Range(0, executable.Length), length => Assert.NotNull(NativeGate.Refusal(executable.AsMemory(0, length), Architecture.X86_64)));
    }

    [Fact]
    public void Reads_a_real_executable()
    {
        // The host that runs this test, which is of this machine's architecture and built to run on old systems too.
        var host = new ElfFile(File.ReadAllBytes(Environment.ProcessPath!));

        Assert.Contains(host.NeededVersions, needed => needed.Library == "libc.so.6" && needed.Version.StartsWith("GLIBC_2.", StringComparison.Ordinal));
    }
}
