using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using WorkoutLog.Domain;

namespace WorkoutLog.Storage;

/// <summary>
/// Permanent id of a user's workout. It encodes the sort key that the workout was logged under: unless the workout was moved in
/// time, it is found without a look-up.
/// </summary>
/// <remarks>
/// 16 bytes: microseconds since 1970 (big endian), then a random suffix that distinguishes workouts with the same timestamp.
/// As text: 22 characters of base64url.
/// </remarks>
public readonly record struct WorkoutId
{
    public const int TextLength = 22;

    private const int ByteLength = 16;
    private const int SuffixDigits = 16;
    private const char Separator = '#';

    // 2000-01-01 and the end of the year 9999, the range of sort keys.
    private const long EarliestMicroseconds = 946_684_800_000_000;
    private const long LatestMicroseconds = 253_402_300_799_999_999;

    private readonly long _microseconds;
    private readonly ulong _suffix;

    private WorkoutId(long microseconds, ulong suffix)
    {
        _microseconds = microseconds;
        _suffix = suffix;
    }

    /// <summary>The workout's timestamp, in UTC.</summary>
    public DateTimeOffset Timestamp => DateTimeOffset.UnixEpoch.AddTicks(_microseconds * TimeSpan.TicksPerMicrosecond);

    /// <summary><c>yyyy-MM-ddTHH:mm:ss.ffffffZ#suffix</c>, the suffix in 16 lower-case hexadecimal digits.</summary>
    public string SortKey => string.Create(CultureInfo.InvariantCulture, $"{UtcTimestamp.Format(Timestamp)}{Separator}{_suffix:x16}");

    /// <summary>A new id for a workout with this timestamp, truncated to microseconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The timestamp is before the year 2000.</exception>
    public static WorkoutId New(DateTimeOffset timestamp)
    {
        Span<byte> suffix = stackalloc byte[sizeof(ulong)];
        RandomNumberGenerator.Fill(suffix);
        return new WorkoutId(0, BinaryPrimitives.ReadUInt64BigEndian(suffix)).At(timestamp);
    }

    /// <summary>The same suffix with another timestamp: the workout's key after a move.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The timestamp is before the year 2000.</exception>
    public WorkoutId At(DateTimeOffset timestamp)
    {
        long microseconds = (timestamp - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        ArgumentOutOfRangeException.ThrowIfLessThan(microseconds, EarliestMicroseconds, nameof(timestamp));
        return new WorkoutId(microseconds, _suffix);
    }

    /// <summary>Parses an id; each id has exactly one text.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out WorkoutId id)
    {
        id = default;
        Span<byte> bytes = stackalloc byte[ByteLength];
        if (text?.Length != TextLength
            || !Base64Url.IsValid(text)
            || !Base64Url.TryDecodeFromChars(text, bytes, out int written)
            || written != ByteLength)
        {
            return false;
        }

        var parsed = new WorkoutId(BinaryPrimitives.ReadInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[sizeof(long)..]));
        if (parsed._microseconds is < EarliestMicroseconds or > LatestMicroseconds || parsed.ToString() != text)
        {
            return false;
        }

        id = parsed;
        return true;
    }

    /// <summary>Parses a sort key of the logs table.</summary>
    public static bool TryParseSortKey(string sortKey, out WorkoutId id)
    {
        id = default;
        if (sortKey.Length != UtcTimestamp.Length + 1 + SuffixDigits)
        {
            return false;
        }

        var moment = sortKey.AsSpan(0, UtcTimestamp.Length);
        var digits = sortKey.AsSpan(UtcTimestamp.Length + 1);
        if (!UtcTimestamp.TryParse(moment, out var timestamp)
            || !ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong suffix))
        {
            return false;
        }

        id = new WorkoutId((timestamp - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond, suffix);
        return id.SortKey == sortKey;
    }

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[ByteLength];
        BinaryPrimitives.WriteInt64BigEndian(bytes, _microseconds);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[sizeof(long)..], _suffix);
        return Base64Url.EncodeToString(bytes);
    }
}
