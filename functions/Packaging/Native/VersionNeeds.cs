namespace WorkoutLog.Packaging.Native;

/// <summary>Reads <c>.gnu.version_r</c>: a list of libraries, each with a list of versions.</summary>
internal static class VersionNeeds
{
    private const ulong StringTableTag = 5;
    private const ulong VersionNeedsTag = 0x6fff_fffe;
    private const ulong VersionNeedsCountTag = 0x6fff_ffff;

    /// <exception cref="ElfFormatException">The lists are cut off, or go round in a circle.</exception>
    public static IReadOnlyList<NeededVersion> Read(ElfFile file)
    {
        if (file.Dynamic(VersionNeedsTag) is not { } needs)
        {
            return [];
        }

        var texts = file.OffsetOf(file.Dynamic(StringTableTag) ?? throw new ElfFormatException("it has no table of texts"));
        var versions = new List<NeededVersion>();
        var need = file.OffsetOf(needs);
        for (var left = file.Dynamic(VersionNeedsCountTag) ?? 0; left > 0; left--)
        {
            var library = file.Text(texts + file.UInt32(need + 4));
            var version = need + file.UInt32(need + 8);
            for (var count = file.UInt16(need + 2); count > 0; count--)
            {
                versions.Add(new NeededVersion(library, file.Text(texts + file.UInt32(version + 8))));
                version += file.UInt32(version + 12);
            }

            need += file.UInt32(need + 12);
        }

        return versions;
    }
}
