using System.Buffers.Text;
using WorkoutLog.Storage.Keys;

namespace WorkoutLog.QueryWorkouts.Paging;

/// <summary>Says where a page ended, in a form that clients have no use for but to send it back.</summary>
/// <remarks>
/// 33 bytes as 44 characters of base64url: a version, the id of the last workout, 16 bytes of the query's hash. The hash
/// catches mistakes. It keeps no secret and needs none: whoever makes up a cursor reads the same user's workouts, from elsewhere on.
/// </remarks>
internal static class Cursor
{
    private const byte Version = 1;
    private const int IdLength = 16;
    private const int HashLength = 16;
    private const int ByteLength = 1 + IdLength + HashLength;
    private const int TextLength = 44;

    public static string After(WorkoutId last, PagedQuery query)
    {
        var id = last.ToString();
        return Base64Url.EncodeToString([Version, .. Base64Url.DecodeFromChars(id), .. query.Hash(id).AsSpan(0, HashLength)]);
    }

    /// <summary>Reads what <see cref="After"/> wrote for the same query, and nothing else.</summary>
    public static bool TryRead(string text, PagedQuery query, out WorkoutId last)
    {
        last = default;
        Span<byte> bytes = stackalloc byte[ByteLength];
        return text.Length == TextLength
            && Base64Url.IsValid(text)
            && Base64Url.TryDecodeFromChars(text, bytes, out var length)
            && length == ByteLength
            && WorkoutId.TryParse(Base64Url.EncodeToString(bytes.Slice(1, IdLength)), out last)
            && After(last, query) == text;
    }
}
