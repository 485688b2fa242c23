using System.Buffers.Binary;
using System.Text;
using WorkoutLog.Packaging.Native;

namespace WorkoutLog.Functions.Tests.Packaging.Native;

/// <summary>An ELF file with only the parts that the gate reads.</summary>
internal static class ElfImage
{
    public const int X64 = ElfFile.X64;
    public const int Arm64 = ElfFile.Arm64;

    private const int Size = 4096;
    private const int ProgramHeaders = 64;
    private const int Dynamic = 256;
    private const int Needs = 512;
    private const int Texts = 2048;

    // The load address, so that addresses differ from offsets.
    private const int Base = 0x10000;

    /// <param name="needs">Library to its required versions.</param>
    public static byte[] Create(int machine, params (string Library, string[] Versions)[] needs)
    {
        var image = new byte[Size];
        "\u007FELF\u0002\u0001\u0001"u8.CopyTo(image);
        Write16(image, 18, machine);
        Write64(image, 32, ProgramHeaders);
        Write16(image, 56, 2);
        WriteSegment(image, ProgramHeaders, type: 1, offset: 0, size: Size);
        WriteSegment(image, ProgramHeaders + 56, type: 2, offset: Dynamic, size: 64);
        WriteDynamic(image, 0, 5, Base + Texts);
        WriteDynamic(image, 1, 0x6fff_fffe, Base + Needs);
        WriteDynamic(image, 2, 0x6fff_ffff, needs.Length);
        WriteNeeds(image, needs);
        return image;
    }

    /// <summary>Without a dynamic section, as a static executable.</summary>
    public static byte[] CreateStatic(int machine)
    {
        var image = Create(machine);
        Write16(image, 56, 1);
        return image;
    }

    private static void WriteNeeds(byte[] image, (string Library, string[] Versions)[] needs)
    {
        var (at, text) = (Needs, 1);
        foreach (var (library, versions) in needs)
        {
            var size = 16 + (16 * versions.Length);
            Write16(image, at, 1);
            Write16(image, at + 2, versions.Length);
            Write32(image, at + 4, Text(library));
            Write32(image, at + 8, 16);
            Write32(image, at + 12, size);
            foreach (var (index, version) in versions.Index())
            {
                Write32(image, at + 16 + (16 * index) + 8, Text(version));
                Write32(image, at + 16 + (16 * index) + 12, 16);
            }

            at += size;
        }

        int Text(string value)
        {
            Encoding.ASCII.GetBytes(value).CopyTo(image, Texts + text);
            text += value.Length + 1;
            return text - value.Length - 1;
        }
    }

    private static void WriteSegment(byte[] image, int at, int type, int offset, int size)
    {
        Write32(image, at, type);
        Write64(image, at + 8, offset);
        Write64(image, at + 16, Base + offset);
        Write64(image, at + 32, size);
    }

    private static void WriteDynamic(byte[] image, int index, int tag, int value)
    {
        Write64(image, Dynamic + (16 * index), tag);
        Write64(image, Dynamic + (16 * index) + 8, value);
    }

    private static void Write16(byte[] image, int at, int value) => BinaryPrimitives.WriteUInt16LittleEndian(image.AsSpan(at), (ushort)value);

    private static void Write32(byte[] image, int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(image.AsSpan(at), value);

    private static void Write64(byte[] image, int at, int value) => BinaryPrimitives.WriteInt64LittleEndian(image.AsSpan(at), value);
}
