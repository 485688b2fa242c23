using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using WorkoutLog.Storage;

namespace WorkoutLog.QueryWorkouts.Paging;

/// <summary>An opaque marker of where a page ended.</summary>
/// <remarks>
/// 33 bytes as 44 characters of base64url: a version, the id of the last workout that the page examined, 16 bytes of the query's hash. The hash
/// catches mistakes. It is not a secret: a forged cursor only reads the same user's workouts from another position.
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

/// <summary>The query that a client pages through; it must not change from page to page.</summary>
/// <param name="Kind">Distinguishes the routes.</param>
/// <param name="Type">As sent.</param>
/// <param name="From">As sent.</param>
/// <param name="To">As sent.</param>
internal sealed record PagedQuery(string Kind, string UserId, string? Type, string? From, string? To)
{
    /// <summary>SHA-256 over the query and an id.</summary>
    public byte[] Hash(string workoutId)
    {
        var text = new StringBuilder();
        foreach (var part in (string?[])[Kind, UserId, Type, From, To, workoutId])
        {
            // Length-prefixed, so that the parts can't run together.
            text.Append(CultureInfo.InvariantCulture, $"{part?.Length ?? -1}:{part};");
        }

        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
