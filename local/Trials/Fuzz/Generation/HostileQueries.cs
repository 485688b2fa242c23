namespace WorkoutLog.Local.Fuzz.Generation;

internal static class HostileQueries
{
    private static readonly string[] _names =
        ["limit", "from", "to", "type", "cursor", "groupBy", "asOf", "externalId", "", "LIMIT", "limit[]", "limit%00", "userId", "X-Amz-Signature", "__proto__"];

    private static readonly string[] _values =
    [
        "0", "-1", "101", "1e1", "1.0", "+1", "%2B1", "00000000000000000001", "2147483648", "99999999999999999999", "", "%20", "%00", "٣", "%D9%A3", "NaN", "null",
        "2026-13", "2026-00", "0000-01", "9999-12", "10000-01", "2026-02-30", "2026-05-09T24:00:00Z", "2026-05-09T07:30:00", "2026-05-09T07:30:00+99:99", "2026-05-09T07:30:00+02:00", "0001-01-01", "9999-12-31",
        "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00%2B14:00", "run", "RUN%23", "%F0%9F%8F%83", "%ff", "%ed%a0%80", "%", "%z", "a=b", "a;b", "[]", "month", "DAY", "month,type",
    ];

    public static HostileRequest Create(Hostility hostility)
    {
        string path = hostility.Pick(["/workouts/{0}", "/workouts/{0}/export", "/stats/{0}", "/workouts/{0}/" + hostility.Context.WorkoutId])
            .Replace("{0}", hostility.Context.UserId, StringComparison.Ordinal);
        string query = hostility.Random.Next(6) switch
        {
            0 => string.Join('&', Enumerable.Repeat($"limit={hostility.Random.Next(5)}", hostility.Random.Next(2, 50))),
            1 => string.Join('&', Enumerable.Range(0, hostility.Random.Next(1, 200)).Select(i => $"{hostility.Mark}{i}=1")),
            2 => hostility.Pick(["&", "&&&", "=", "=&=", "?", "?limit=1", "%26limit=1", "limit", "limit&limit", "limit=1;limit=2", "limit=1#x"]) + $"&{hostility.Mark}=1",
            3 => $"from={hostility.Pick(_values)}&to={hostility.Pick(_values)}&{hostility.Mark}=1",
            _ => string.Join('&', Enumerable.Range(0, hostility.Random.Next(1, 5)).Select(_ => $"{hostility.Pick(_names)}={Value(hostility)}")),
        };
        return new HostileRequest("query", "GET", path)
        {
            Query = query.Replace("#", "%23", StringComparison.Ordinal),
            MayBeValid = !query.Contains(hostility.Mark + "=1", StringComparison.Ordinal),
            MayBeRejectedByServer = true,
        };
    }

    private static string Value(Hostility hostility) => hostility.Random.Next(3) switch
    {
        0 => hostility.Pick(_values).Replace("٣", "%D9%A3", StringComparison.Ordinal),
        1 => hostility.Pick(_values).Replace("٣", "%D9%A3", StringComparison.Ordinal) + hostility.Mark,
        _ => Hostility.Encode(hostility.Text()),
    };
}
