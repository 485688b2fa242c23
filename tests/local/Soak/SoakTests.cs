using WorkoutLog.Local.Soak;
using WorkoutLog.Local.Soak.Ledger;
using WorkoutLog.Local.Soak.Verification;
using WorkoutLog.Storage.Repair;

namespace WorkoutLog.Local.Tests.Soak;

/// <summary>The soak as a process, on the real stack.</summary>
public sealed class SoakTests
{
    [Fact]
    public async Task Every_write_is_stored_exactly_once_under_every_kind_of_fault()
    {
        var (exitCode, output, error) = await CommandLine.RunAsync("soak", "--operations", "600", "--seed", "5", "--json");

        Assert.True(exitCode == 0, $"{output}\n{error}");
        var report = JsonNode.Parse(output)!;
        Assert.True(report["exact"]!.GetValue<bool>());
        Assert.Empty(report["violations"]!.AsArray());
        Assert.Equal(600, report["operations"]!.GetValue<int>());
        Assert.Null(report["answers"]!["500"]);
        Assert.All(report["faults"]!.AsObject(), kind => Assert.True(kind.Value!.GetValue<int>() > 0, $"The fault {kind.Key} was never injected."));
        Assert.True(report["workouts"]!.GetValue<int>() > 100);
        Assert.Contains("Verifying …", error, StringComparison.Ordinal);
    }
}

/// <summary>Whether one session slows the others down.</summary>
public sealed class HostileReportTests
{
    [Theory]
    [InlineData(20, 300, true, true)]
    [InlineData(20, 301, true, false)]
    [InlineData(20, 301, false, true)]
    [InlineData(400, 600, true, true)]
    [InlineData(400, 601, true, false)]
    public void Others_meet_the_objective_or_are_no_slower_than_before(double before, double beside, bool faultless, bool isGood)
    {
        var report = new HostileReport(ImmutableSortedDictionary<int, long>.Empty, new AnswerTimes(1, before), new AnswerTimes(1, beside), faultless, Objective: 300);

        Assert.Equal(isGood, !report.Violations.Any());
    }

    [Fact]
    public void Latency_covers_the_answers_since_the_last_call_without_throttled_ones()
    {
        var tally = new SoakTally();
        foreach (var milliseconds in Enumerable.Range(1, 200))
        {
            tally.CountAnswer(200, TimeSpan.FromMilliseconds(milliseconds));
            tally.CountAnswer(429, TimeSpan.Zero);
        }

        Assert.Equal(new AnswerTimes(100, 198), tally.TakeTimes());
        Assert.Equal(new AnswerTimes(0, 0), tally.TakeTimes());
    }
}

public sealed class ExactnessTests
{
    private const string Time = "2026-05-09T07:30:00.000000Z";

    [Fact]
    public void Accepts_a_state_that_the_clients_can_explain()
    {
        var (kept, edited, deleted, unheard) = (Logged("a"), Edited("b"), Deleted("c"), Sent("d"));

        AssertViolations([kept, edited, deleted, unheard], [Found(kept), Found(edited, 2, Content("edit"))]);
        AssertViolations([unheard], [Found(unheard)]);
    }

    [Fact]
    public void Finds_a_write_a_deletion_or_an_edit_that_is_lost_or_applied_twice()
    {
        var (deleted, edited) = (Deleted("a"), Edited("a"));

        AssertViolations([Logged("a")], [], "The workout id-a of u (a) was acknowledged but is missing.");
        AssertViolations([deleted], [Found(deleted)], "The workout id-a of u (a) still exists although its deletion was acknowledged.");
        AssertViolations(
            [edited],
            [Found(edited)],
            "The workout id-a of u (a) was acknowledged at version 2 but is stored at version 1.",
            "The workout id-a of u (a) was edited 0 times; expected 1 to 1.");
        AssertViolations(
            [edited],
            [Found(edited, 3, Content("edit"))],
            "The workout id-a of u (a) was edited 2 times; expected 1 to 1.",
            $"The workout id-a of u (a) is stored as {Content("edit")} at version 3; its clients sent no such edit.");
    }

    [Fact]
    public void Allows_an_edit_with_a_lost_answer_to_be_applied_or_not()
    {
        var edited = Logged("a");
        edited.AddUncertainEdit(Content("edit"), 1);

        AssertViolations([edited], [Found(edited)]);
        AssertViolations([edited], [Found(edited, 2, Content("edit"))]);
        AssertViolations(
            [edited],
            [Found(edited, 2, Content("other"))],
            $"The workout id-a of u (a) is stored as {Content("other")} at version 2; its clients sent no such edit.");
    }

    [Fact]
    public void Finds_a_write_that_is_stored_twice()
    {
        var (doubled, unheard) = (Logged("a"), Sent("b"));
        var again = Found(doubled) with { Id = "other" };

        AssertViolations([doubled], [Found(doubled), again], $"The workout id-a of u (a) is stored more than once: {again}.");
        AssertViolations(
            [unheard],
            [Found(unheard) with { Id = "1" }, Found(unheard) with { Id = "2" }],
            $"The workout key-b of u (b) is stored more than once: {Found(unheard) with { Id = "1" }}; {Found(unheard) with { Id = "2" }}.");
    }

    [Fact]
    public void Finds_an_unsent_workout_a_partial_write_and_a_wrong_roll_up()
    {
        var (stranger, unheard) = (new FoundWorkout("u", "x", null, 1, Content("x")), Sent("a"));
        var half = Found(unheard) with { Content = Content("a") with { Calories = null } };
        var difference = new RollupDifference("2026-05", "RUN.n", 2, 1);

        AssertViolations([], [stranger], $"No client sent {stranger}.");
        AssertViolations([unheard], [half], $"The workout key-a of u (a) was not acknowledged and is stored with different content: {half}.");
        Assert.Equal($"The roll-up of u differs in {difference}.", Assert.Single(Exactness.Check([], [], [("u", difference)])));
    }

    [Fact]
    public void Finds_two_workouts_with_the_same_external_id_and_one_that_lost_it()
    {
        var (first, second) = (Logged("a", "own:1"), Logged("b", "own:1"));

        AssertViolations([first, second], [Found(first), Found(second)], "2 workouts share the externalId (u, own:1).");
        AssertViolations([first], [Found(first) with { ExternalId = null }], "The workout id-a of u (a) was sent with the externalId own:1, but has .");
    }

    [Fact]
    public void Finds_contradictions_while_the_clients_run()
    {
        var record = Logged("a");

        Assert.Equal("The key key-a returned two workouts, id-a and other.", record.AcknowledgeCreation("other"));
        Assert.Equal("The workout id-a of u (a) is missing although no client deleted it.", record.AcknowledgeAbsence());
        Assert.Equal(
            $"The workout id-a of u (a) was returned at version 1 with two contents: {Content("a")} and {Content("x")}.", record.Observe(1, Content("x")));
    }

    private static void AssertViolations(WorkoutRecord[] records, FoundWorkout[] found, params string[] violations) =>
        Assert.Equal(violations, Exactness.Check(records, found, []));

    private static WorkoutRecord Sent(string name, string? externalId = null) => new(new SentWorkout("u", $"key-{name}", externalId, Content(name)));

    private static WorkoutRecord Logged(string name, string? externalId = null)
    {
        var record = Sent(name, externalId);
        record.AcknowledgeCreation($"id-{name}");
        return record;
    }

    private static WorkoutRecord Edited(string name)
    {
        var record = Logged(name);
        record.AcknowledgeEdit(2, Content("edit"));
        return record;
    }

    private static WorkoutRecord Deleted(string name)
    {
        var record = Logged(name);
        record.TryDeletion();
        record.AcknowledgeAbsence();
        return record;
    }

    private static FoundWorkout Found(WorkoutRecord record, int version = 1, Content? content = null) =>
        new("u", record.Id ?? "unknown", record.Sent.ExternalId, version, content ?? record.Sent.Content);

    private static Content Content(string notes) => new("RUN", 30.5m, 100, null, Time, notes);
}
