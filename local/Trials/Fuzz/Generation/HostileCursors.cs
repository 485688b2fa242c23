using System.Buffers.Text;

namespace WorkoutLog.Local.Fuzz.Generation;

/// <summary>Cursors that the API did not issue, or not for this query. All must be rejected.</summary>
internal static class HostileCursors
{
    private const int ByteLength = 33;

    public static HostileRequest Create(Hostility hostility)
    {
        string good = hostility.Context.Cursor;
        string own = $"/workouts/{hostility.Context.UserId}";
        var (path, query) = hostility.Random.Next(7) switch
        {
            // Cursors of another user, route or query.
            0 => ($"/workouts/{hostility.Mark}", $"cursor={good}"),
            1 => ($"{own}/export", $"cursor={good}"),
            2 => (own, $"cursor={good}&{hostility.Pick(["type=RUN", "type=CYCLING", "from=2020-01-01", "to=2030-01-01"])}"),
            3 => (own, $"cursor={good[..hostility.Random.Next(1, good.Length)]}"),
            4 => (own, $"cursor={Changed(hostility, good)}"),
            5 => (own, $"cursor={Forged(hostility)}"),
            _ => (own, $"cursor={good}{hostility.Pick(["=", "A", "AAAA", "%00", "%20", "%0A", ".", "&cursor=" + good])}"),
        };
        return new HostileRequest("cursor", "GET", path) { Query = query, MayBeRejectedByServer = false };
    }

    private static string Changed(Hostility hostility, string good)
    {
        char[] text = good.ToCharArray();
        int place = hostility.Random.Next(text.Length);
        text[place] = text[place] == 'A' ? 'B' : 'A';
        return new string(text);
    }

    // Correct length, mostly the correct version, possibly an existing workout's id, and a guessed hash.
    private static string Forged(Hostility hostility)
    {
        byte[] bytes = new byte[ByteLength];
        hostility.Random.NextBytes(bytes);
        bytes[0] = (byte)hostility.Pick([0, 1, 1, 1, 2, 255]);
        if (hostility.Chance(0.5))
        {
            Base64Url.DecodeFromChars(hostility.Context.WorkoutId).CopyTo(bytes, 1);
        }

        return Base64Url.EncodeToString(bytes);
    }
}
