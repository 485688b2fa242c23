using System.Buffers.Binary;
using System.Text;

namespace WorkoutLog.Packaging.Native;

/// <summary>
/// The parts of a 64-bit little-endian ELF executable that determine where it can run, read through the program headers
/// as the dynamic loader does: a file may have no section headers.
/// </summary>
public sealed class ElfFile
{
    public const int X64 = 62;
    public const int Arm64 = 183;

    private const int HeaderSize = 64;
    private const int ProgramHeaderSize = 56;
    private const int DynamicEntrySize = 16;

    private const uint LoadSegment = 1;
    private const uint DynamicSegment = 2;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly List<(ulong Address, ulong Offset, ulong Size)> _loaded = [];
    private readonly Dictionary<ulong, ulong> _dynamic = [];

    /// <exception cref="ElfFormatException">Another format, or a truncated file.</exception>
    public ElfFile(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        if (bytes.Length < HeaderSize || !bytes.Span[..4].SequenceEqual("\u007FELF"u8))
        {
            throw new ElfFormatException("it is not an ELF file");
        }

        const byte Bits64 = 2, LittleEndian = 1;
        if (bytes.Span[4] != Bits64 || bytes.Span[5] != LittleEndian)
        {
            throw new ElfFormatException("it is not a 64-bit little-endian ELF file");
        }

        Machine = UInt16(18);
        ReadProgramHeaders();
    }

    /// <summary><see cref="X64"/>, <see cref="Arm64"/>, or another.</summary>
    public int Machine { get; }

    /// <summary>The library versions that the executable requires.</summary>
    public IReadOnlyList<NeededVersion> NeededVersions => VersionNeeds.Read(this);

    /// <summary>A value of the dynamic section; null without that tag, and in a static executable.</summary>
    internal ulong? Dynamic(ulong tag) => _dynamic.TryGetValue(tag, out var value) ? value : null;

    /// <summary>The file offset of the memory address <paramref name="address"/>.</summary>
    internal ulong OffsetOf(ulong address)
    {
        foreach (var segment in _loaded)
        {
            if (address >= segment.Address && address - segment.Address < segment.Size)
            {
                return segment.Offset + (address - segment.Address);
            }
        }

        throw new ElfFormatException($"address 0x{address:x} is in no segment");
    }

    internal ushort UInt16(ulong offset) => BinaryPrimitives.ReadUInt16LittleEndian(Slice(offset, sizeof(ushort)));

    internal uint UInt32(ulong offset) => BinaryPrimitives.ReadUInt32LittleEndian(Slice(offset, sizeof(uint)));

    internal ulong UInt64(ulong offset) => BinaryPrimitives.ReadUInt64LittleEndian(Slice(offset, sizeof(ulong)));

    /// <summary>A zero-terminated string.</summary>
    internal string Text(ulong offset)
    {
        var rest = offset < (ulong)_bytes.Length ? _bytes.Span[(int)offset..] : [];
        var end = rest.IndexOf((byte)0);
        return end >= 0 ? Encoding.ASCII.GetString(rest[..end]) : throw CutOff(offset);
    }

    private static ElfFormatException CutOff(ulong offset) => new($"it ends before offset 0x{offset:x} could be read");

    private void ReadProgramHeaders()
    {
        var table = UInt64(32);
        var count = UInt16(56);
        for (ulong index = 0; index < count; index++)
        {
            var header = table + (index * ProgramHeaderSize);
            var (type, offset, address, size) = (UInt32(header), UInt64(header + 8), UInt64(header + 16), UInt64(header + 32));
            if (type == LoadSegment)
            {
                _loaded.Add((address, offset, size));
            }
            else if (type == DynamicSegment)
            {
                ReadDynamic(offset, size);
            }
        }
    }

    private void ReadDynamic(ulong offset, ulong size)
    {
        for (ulong at = 0; at < size; at += DynamicEntrySize)
        {
            var tag = UInt64(offset + at);
            if (tag == 0)
            {
                return;
            }

            _dynamic[tag] = UInt64(offset + at + 8);
        }
    }

    private ReadOnlySpan<byte> Slice(ulong offset, int length) =>
        offset <= (ulong)_bytes.Length && (ulong)_bytes.Length - offset >= (ulong)length
            ? _bytes.Span.Slice((int)offset, length)
            : throw CutOff(offset);
}

/// <summary>Reads <c>.gnu.version_r</c>: a list of libraries, each with a list of versions.</summary>
internal static class VersionNeeds
{
    private const ulong StringTableTag = 5;
    private const ulong VersionNeedsTag = 0x6fff_fffe;
    private const ulong VersionNeedsCountTag = 0x6fff_ffff;

    /// <exception cref="ElfFormatException">The lists are truncated or circular.</exception>
    public static IReadOnlyList<NeededVersion> Read(ElfFile file)
    {
        if (file.Dynamic(VersionNeedsTag) is not { } needs)
        {
            return [];
        }

        var texts = file.OffsetOf(file.Dynamic(StringTableTag) ?? throw new ElfFormatException("it has no string table"));
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

/// <summary>A version of a library's symbols, such as <c>GLIBC_2.34</c> of <c>libc.so.6</c>.</summary>
public sealed record NeededVersion(string Library, string Version);

/// <summary>The file is not a valid ELF executable.</summary>
public sealed class ElfFormatException(string message) : Exception(message);
