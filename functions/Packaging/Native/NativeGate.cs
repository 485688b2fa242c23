namespace WorkoutLog.Packaging.Native;

/// <summary>Refuses an executable that Amazon Linux 2023 could not start, before the first request finds out.</summary>
public static class NativeGate
{
    /// <summary>The C library of Amazon Linux 2023, which <c>provided.al2023</c> runs on.</summary>
    public static readonly Version NewestGlibc = new(2, 34);

    private const string Glibc = "GLIBC_";

    /// <returns>The fault, as the rest of a sentence that starts with the file's name; null for none.</returns>
    public static string? Refusal(ReadOnlyMemory<byte> executable, Architecture architecture)
    {
        try
        {
            var elf = new ElfFile(executable);
            return WrongMachine(elf, architecture) ?? TooNew(elf);
        }
        catch (ElfFormatException failure)
        {
            return $"can't be checked, so it is not packaged: {failure.Message}.";
        }
    }

    private static string? WrongMachine(ElfFile elf, Architecture architecture)
    {
        var wanted = architecture == Architecture.Arm64 ? ElfFile.Arm64 : ElfFile.X64;
        return elf.Machine == wanted
            ? null
            : $"is an executable for {Name(elf.Machine)}, but the requested architecture is {Name(wanted)}.";
    }

    private static string? TooNew(ElfFile elf)
    {
        var refused = elf.NeededVersions.Where(IsTooNew).Select(version => $"{version.Version} of {version.Library}").Distinct().ToList();
        return refused.Count == 0
            ? null
            : $"needs {string.Join(", ", refused)}, but Lambda's provided.al2023 has glibc {NewestGlibc}; it would not start. "
                + "Build on a system with that glibc version or older, such as an Amazon Linux 2023 container, "
                + "or set packaging to managed, which builds on any system.";
    }

    // A suffix that is not a version, such as GLIBC_ABI_DT_RELR, marks a loader feature newer than 2.34.
    private static bool IsTooNew(NeededVersion needed) =>
        needed.Version.StartsWith(Glibc, StringComparison.Ordinal)
        && !(Version.TryParse(needed.Version[Glibc.Length..], out var version) && version <= NewestGlibc);

    private static string Name(int machine) => machine switch
    {
        ElfFile.X64 => "x86_64",
        ElfFile.Arm64 => "arm64",
        _ => $"machine {machine}",
    };
}
