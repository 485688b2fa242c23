namespace WorkoutLog.Packaging.Native;

/// <summary>Refuses an executable that Amazon Linux 2023 could not start: it would only be found out by the first request.</summary>
public static class NativeGate
{
    /// <summary>The C library of Amazon Linux 2023, which <c>provided.al2023</c> runs on.</summary>
    public static readonly Version NewestGlibc = new(2, 34);

    private const string Glibc = "GLIBC_";

    /// <returns>What is wrong, as the rest of a sentence that begins with the file's name; null when nothing is.</returns>
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
            : $"is an executable for {Name(elf.Machine)}, but the architecture {Name(wanted)} was asked for.";
    }

    private static string? TooNew(ElfFile elf)
    {
        var refused = elf.NeededVersions.Where(IsTooNew).Select(version => $"{version.Version} of {version.Library}").Distinct().ToList();
        return refused.Count == 0
            ? null
            : $"needs {string.Join(", ", refused)}, but Lambda's provided.al2023 has glibc {NewestGlibc}: it would not start there. "
                + "Build on a system with that glibc or an older one, such as a container of Amazon Linux 2023, "
                + "or set packaging to managed, which any system can build.";
    }

    // What is no number, such as GLIBC_ABI_DT_RELR, marks abilities of the loader that came after 2.34.
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
