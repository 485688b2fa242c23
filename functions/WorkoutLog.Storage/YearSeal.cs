using System.Text;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;

namespace WorkoutLog.Storage;

/// <summary>The binary format of a sealed year: about a tenth of the size of its months' rows, and one attribute to parse.</summary>
internal static class YearSeal
{
    private const byte Format = 1;

    // A number is its digits times 8 plus its scale, in 7-bit groups; one that does not fit is a full decimal after this mark.
    private const int ScaleBits = 3;
    private const int WholeDecimal = (1 << ScaleBits) - 1;
    private const ulong MaxDigits = long.MaxValue >> ScaleBits;

    public static MemoryStream Write(SealedYear year)
    {
        var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Format);
        writer.Write((byte)year.Through);
        writer.Write(year.IsFirst);
        string[] types = [.. year.Months.SelectMany(month => month.ByType.Keys).Distinct().Order(StringComparer.Ordinal)];
        writer.Write7BitEncodedInt(types.Length);
        foreach (string type in types)
        {
            writer.Write(type);
        }

        writer.Write7BitEncodedInt(year.Months.Count);
        foreach (MonthRollup month in year.Months)
        {
            writer.Write((byte)LocalCalendar.FirstDay(month.Month).Month);
            writer.Write(month.ActiveDays.Bits);
            writer.Write7BitEncodedInt(month.Unstated.Calories);
            writer.Write7BitEncodedInt(month.Unstated.Distance);
            writer.Write7BitEncodedInt(month.ByType.Count);
            foreach ((string type, Totals totals) in month.ByType.OrderBy(type => type.Key, StringComparer.Ordinal))
            {
                writer.Write7BitEncodedInt(Array.BinarySearch(types, type, StringComparer.Ordinal));
                writer.Write7BitEncodedInt(totals.Workouts);
                Write(writer, totals.DurationMinutes);
                Write(writer, totals.CaloriesBurned);
                Write(writer, totals.DistanceKm);
            }
        }

        stream.Position = 0;
        return stream;
    }

    /// <returns>Null for another format version.</returns>
    public static SealedYear? Read(int year, MemoryStream seal)
    {
        using var reader = new BinaryReader(seal, Encoding.UTF8, leaveOpen: true);
        if (reader.ReadByte() != Format)
        {
            return null;
        }

        int through = reader.ReadByte();
        bool isFirst = reader.ReadBoolean();
        var types = new string[reader.Read7BitEncodedInt()];
        for (int i = 0; i < types.Length; i++)
        {
            types[i] = reader.ReadString();
        }

        var months = new MonthRollup[reader.Read7BitEncodedInt()];
        for (int i = 0; i < months.Length; i++)
        {
            months[i] = ReadMonth(reader, year, types);
        }

        return new SealedYear(year, through, isFirst, months);
    }

    private static MonthRollup ReadMonth(BinaryReader reader, int year, string[] types)
    {
        var month = LocalCalendar.Month(new DateOnly(year, reader.ReadByte(), 1));
        var days = new ActiveDays(reader.ReadInt32());
        var unstated = new Unstated(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        int count = reader.Read7BitEncodedInt();
        var byType = new Dictionary<string, Totals>(count, StringComparer.Ordinal);
        for (; count > 0; count--)
        {
            string type = types[reader.Read7BitEncodedInt()];
            byType[type] = new Totals(reader.Read7BitEncodedInt(), ReadDecimal(reader), ReadDecimal(reader), ReadDecimal(reader));
        }

        return new MonthRollup(month, byType, days, unstated);
    }

    private static void Write(BinaryWriter writer, decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        ulong digits = (uint)parts[0] | ((ulong)(uint)parts[1] << 32);
        if (value >= 0 && value.Scale < WholeDecimal && parts[2] == 0 && digits <= MaxDigits)
        {
            writer.Write7BitEncodedInt64((long)(digits << ScaleBits) | value.Scale);
        }
        else
        {
            writer.Write7BitEncodedInt64(WholeDecimal);
            writer.Write(value);
        }
    }

    private static decimal ReadDecimal(BinaryReader reader)
    {
        long number = reader.Read7BitEncodedInt64();
        byte scale = (byte)(number & WholeDecimal);
        if (scale == WholeDecimal)
        {
            return reader.ReadDecimal();
        }

        ulong digits = (ulong)number >> ScaleBits;
        return new decimal((int)digits, (int)(digits >> 32), 0, isNegative: false, scale);
    }
}
