using WorkoutLog.Domain.Validation;
using WorkoutLog.Storage.Idempotency;

namespace WorkoutLog.Functions.Tests.Storage;

public sealed class FingerprintTests
{
    private static readonly WorkoutDraft _draft = new()
    {
        UserId = "user-1",
        WorkoutType = "RUN",
        DurationMinutes = 30,
        CaloriesBurned = 300.5m,
        DistanceKm = 5,
        Notes = "Easy",
        WorkoutTimestamp = "2026-05-09T07:30:00Z",
    };

    public static TheoryData<string, WorkoutDraft> EqualDrafts => new()
    {
        { "more zeros", _draft with { DurationMinutes = 30.00m, CaloriesBurned = 300.50m, DistanceKm = 5.0m } },
        { "no offset", _draft with { WorkoutTimestamp = "2026-05-09T07:30:00+00:00" } },
        { "a fraction of zeros", _draft with { WorkoutTimestamp = "2026-05-09t07:30:00.000z" } },
    };

    public static TheoryData<string, WorkoutDraft> OtherDrafts => new()
    {
        { "user", _draft with { UserId = "user-2" } },
        { "type", _draft with { WorkoutType = "YOGA" } },
        { "duration", _draft with { DurationMinutes = 30.000000000000000001m } },
        { "calories", _draft with { CaloriesBurned = 0 } },
        { "no calories", _draft with { CaloriesBurned = null } },
        { "no distance", _draft with { DistanceKm = null } },
        { "calories as distance", _draft with { CaloriesBurned = 5, DistanceKm = 300.5m } },
        { "no notes", _draft with { Notes = null } },
        { "empty notes", _draft with { Notes = "" } },
        { "notes that look like an end", _draft with { Notes = "Easy;-;" } },
        { "notes in another case", _draft with { Notes = "easy" } },
        { "another moment", _draft with { WorkoutTimestamp = "2026-05-09T07:30:00.000001Z" } },
        { "the moment at another offset", _draft with { WorkoutTimestamp = "2026-05-09T09:30:00+02:00" } },
        { "no timestamp", _draft with { WorkoutTimestamp = null } },
    };

    [Theory]
    [MemberData(nameof(EqualDrafts))]
    public void Equal_values_have_one_fingerprint(string name, WorkoutDraft draft)
    {
        string fingerprint = Fingerprint.Of(draft);

        Assert.Equal((name, Fingerprint.Of(_draft)), (name, fingerprint));
        Assert.Matches("^[A-Za-z0-9_-]{43}$", fingerprint);
    }

    [Fact]
    public void Whatever_differs_has_another_fingerprint()
    {
        string[] fingerprints = [Fingerprint.Of(_draft), .. OtherDrafts.Select(row => Fingerprint.Of((WorkoutDraft)((object[])row)[1]))];

        Assert.Equal(fingerprints.Length, fingerprints.Distinct().Count());
    }
}
