using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WorkoutLog.QueryWorkouts.Paging;

/// <summary>What a client pages through; all of it must stay as it is from page to page.</summary>
/// <param name="Kind">Tells the routes apart.</param>
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
            // With its length before it no part can run over into the next.
            text.Append(CultureInfo.InvariantCulture, $"{part?.Length ?? -1}:{part};");
        }

        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
