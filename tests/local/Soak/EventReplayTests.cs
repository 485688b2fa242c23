using WorkoutLog.Local.Soak.Verification;

namespace WorkoutLog.Local.Tests.Soak;

/// <summary>The replay detects the faults that a pipe can have.</summary>
public sealed class EventReplayTests
{
    private static readonly string[] _right = ["logged 1", "moved 2", "replaced 3"];

    [Fact]
    public void Finds_no_violation_when_the_events_match_the_tables() => Assert.Empty(Replay(_right));

    [Fact]
    public void A_repeat_is_no_violation() => Assert.Empty(Replay(["logged 1", "moved 2", "moved 2", "replaced 3", "logged 1"]));

    [Theory]
    [InlineData("lost at the start", "moved 2", "replaced 3")]
    [InlineData("lost between", "logged 1", "replaced 3")]
    [InlineData("lost at the end", "logged 1", "moved 2")]
    [InlineData("out of order", "logged 1", "replaced 3", "moved 2")]
    [InlineData("wrong type", "logged 1", "replaced 2", "replaced 3")]
    [InlineData("wrong type of a replacement", "logged 1", "moved 2", "moved 3")]
    [InlineData("not committed", "logged 1", "moved 2", "replaced 3", "replaced 4")]
    [InlineData("deleted, but stored", "logged 1", "moved 2", "replaced 3", "deleted 4")]
    public void Finds(string fault, params string[] events) => Assert.True(Replay(events).Length > 0, $"{fault}: no violation was found");

    [Fact]
    public void Finds_a_dead_letter()
    {
        var replay = Of(_right);
        replay.Add(new DeadLetterSent(DateTimeOffset.UnixEpoch, "events", "queue", []));

        Assert.Single(replay.Violations([Stored()], Users));
    }

    [Fact]
    public void Finds_a_repeat_with_different_content()
    {
        var replay = Of(_right);
        var forged = Detail("logged 1");
        forged["new"]!["minutes"]!["N"] = "99";
        replay.Add(new EventPublished(DateTimeOffset.UnixEpoch, "events", new JsonObject { ["detail"] = forged }));

        Assert.Single(replay.Violations([Stored()], Users));
    }

    private static HashSet<string> Users => ["u"];

    private static ImmutableArray<string> Replay(string[] events) => Of(events).Violations([Stored()], Users);

    private static EventReplay Of(string[] events)
    {
        var replay = new EventReplay();
        foreach (var text in events)
        {
            replay.Add(new EventPublished(DateTimeOffset.UnixEpoch, "events", new JsonObject { ["detail"] = Detail(text) }));
        }

        return replay;
    }

    private static FoundWorkout Stored() => new("u", "w", null, 3, new("RUN", 30, null, null, "2026-05-02T10:00:00Z", "note 3"));

    // "moved 2": the second change moves the workout.
    private static JsonObject Detail(string text)
    {
        var (type, version) = (text.Split(' ')[0], int.Parse(text.Split(' ')[1], CultureInfo.InvariantCulture));
        return new JsonObject
        {
            ["id"] = text,
            ["type"] = $"workout.{type}",
            ["sequence"] = $"{version}",
            ["userId"] = "u",
            ["workoutId"] = "w",
            ["new"] = Item(version),
            ["old"] = version == 1 ? [] : Item(version - 1),
        };
    }

    private static JsonObject Item(int version) => new()
    {
        ["workoutTimestamp"] = new JsonObject { ["S"] = version == 1 ? "2026-05-01" : "2026-05-02" },
        ["version"] = new JsonObject { ["N"] = $"{version}" },
        ["type"] = new JsonObject { ["S"] = "RUN" },
        ["minutes"] = new JsonObject { ["N"] = "30" },
        ["notes"] = new JsonObject { ["S"] = $"note {version}" },
    };
}
