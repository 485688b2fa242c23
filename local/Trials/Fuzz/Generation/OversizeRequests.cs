namespace WorkoutLog.Local.Fuzz.Generation;

/// <summary>Too much of everything.</summary>
internal static class OversizeRequests
{
    private const int MaxBodyBytes = 256 * 1024;

    public static HostileRequest Create(Hostility hostility)
    {
        string filling = string.Concat(Enumerable.Repeat(hostility.Mark, (MaxBodyBytes / hostility.Mark.Length) + 1));
        return hostility.Random.Next(5) switch
        {
            0 => HostileRequest.Post("oversize", hostility.Body(more: $",\"notes\":\"{filling}\"")),
            1 => HostileRequest.Post("oversize", hostility.Body() + new string(' ', MaxBodyBytes)),
            2 => HostileRequest.Post("oversize", filling + filling + filling) with { Path = "/workouts/batch" },
            3 => new HostileRequest("oversize", "GET", $"/stats/{hostility.Context.UserId}") { Query = $"from={filling[..7_000]}", MayStopAtTheServer = true },
            _ => new HostileRequest("oversize", "GET", $"/stats/{filling[..hostility.Pick([200, 2_000, 7_000])]}") { MayStopAtTheServer = true },
        };
    }
}
