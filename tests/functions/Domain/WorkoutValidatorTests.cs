using System.Globalization;
using System.Text.RegularExpressions;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.Functions.Tests.Domain;

public sealed class WorkoutValidatorTests
{
    private static readonly WorkoutDraft _good = new() { UserId = "athlete-1", WorkoutType = "RUN", DurationMinutes = 30 };

    [Fact]
    public void Accepts_a_workout_with_every_field()
    {
        var draft = _good with { CaloriesBurned = 300.50m, DistanceKm = 0, Notes = "Easy 🏃 café", WorkoutTimestamp = "2026-05-09T07:30:00+02:00" };

        Assert.Equal(
            Workouts.At("athlete-1", "2026-05-09T07:30:00+02:00") with { CaloriesBurned = 300.5m, DistanceKm = 0, Notes = "Easy 🏃 café" },
            Accept(draft));
        Assert.Equal(FixedTime.Default.GetUtcNow(), Accept(_good).Timestamp);
    }

    [Fact]
    public void Reports_all_errors_together() => Assert.Equal(
        "userId invalid_characters, workoutType unsupported_value, durationMinutes out_of_range, caloriesBurned out_of_range, "
        + "distanceKm out_of_range, notes invalid_characters, workoutTimestamp malformed",
        Refuse(new()
        {
            UserId = "a b",
            WorkoutType = "run",
            DurationMinutes = 0,
            CaloriesBurned = -1,
            DistanceKm = 1000.1m,
            Notes = "a\u0007",
            WorkoutTimestamp = "yesterday",
        }));

    [Theory]
    [InlineData("0.000000000000000001", "20000", "1000", "")]
    [InlineData("1440", "0", "0", "")]
    [InlineData("1440.0000000000000000000000", "0.0", "5.0000000000000000000000", "")]
    [InlineData("1440.001", "20000.1", "1000.1", "durationMinutes out_of_range, caloriesBurned out_of_range, distanceKm out_of_range")]
    [InlineData("0", "-0.1", "-1", "durationMinutes out_of_range, caloriesBurned out_of_range, distanceKm out_of_range")]
    [InlineData("0.1234567890123456789", "0", "0.1234567890123456789", "durationMinutes too_precise, distanceKm too_precise")]
    public void Quantities_have_a_range_and_18_digits_after_the_point(string minutes, string calories, string distance, string errors)
    {
        var draft = _good with { DurationMinutes = Number(minutes), CaloriesBurned = Number(calories), DistanceKm = Number(distance) };

        Assert.Equal(errors, Refuse(draft));
        if (errors.Length == 0)
        {
            var workout = Accept(draft);
            Assert.Equal(
                (minutes.Contains('.') ? minutes.TrimEnd('0').TrimEnd('.') : minutes, draft.CaloriesBurned, draft.DistanceKm),
                ($"{workout.DurationMinutes}", workout.CaloriesBurned, workout.DistanceKm));
        }
    }

    [Theory]
    [InlineData("x", 1_000, "")]
    [InlineData("x", 1_001, "notes too_long")]
    [InlineData("🏃", 1_000, "")]
    [InlineData("🏃", 1_001, "notes too_long")]
    [InlineData("\r\n", 1_000, "")]
    public void Notes_have_1000_Unicode_characters_at_most(string character, int count, string errors) =>
        Assert.Equal(errors, Refuse(_good with { Notes = string.Concat(Enumerable.Repeat(character, count)) }));

    [Theory]
    [InlineData("one\ntwo", "one\ntwo")]
    [InlineData("one\r\ntwo\r\n\r\n", "one\ntwo\n\n")]
    [InlineData("set\t5×5", "set\t5×5")]
    [InlineData("", "")]
    public void Notes_may_contain_tabs_and_both_kinds_of_line_breaks_which_are_equal(string sent, string stored) =>
        Assert.Equal(stored, Accept(_good with { Notes = sent }).Notes);

    [Fact]
    public void Notes_contain_no_other_control_character() => Assert.All(
        Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7f, 0x21)).Except(['\n', '\t']),
        control => Assert.Equal("notes invalid_characters", Refuse(_good with { Notes = $"a{(char)control}b" })));

    [Fact]
    public void Half_of_a_surrogate_pair_is_escaped() =>
        Assert.Equal("\"a\\u202Eb\\u0000\ufffd\"", Received.Quote("a\u202eb\u0000\ud800"));

    [Fact]
    public void Operators_set_every_limit()
    {
        WorkoutRules Of(WorkoutLimit changed, int value) =>
            TestApi.Rules with { Limits = [.. WorkoutLimit.All.Select(limit => limit == changed ? value : limit.Default)] };
        (WorkoutLimit Limit, int Value, WorkoutDraft Draft, string Error)[] cases =
        [
            (WorkoutLimit.MaxDurationMinutes, 60, _good with { DurationMinutes = 60.5m }, "durationMinutes out_of_range"),
            (WorkoutLimit.MaxDistanceKm, 50, _good with { DistanceKm = 50.1m }, "distanceKm out_of_range"),
            (WorkoutLimit.MaxCaloriesBurned, 500, _good with { CaloriesBurned = 501 }, "caloriesBurned out_of_range"),
            (WorkoutLimit.MaxNotesLength, 3, _good with { Notes = "four" }, "notes too_long"),
            (WorkoutLimit.MaxHoursAhead, 1, _good with { WorkoutTimestamp = "2026-05-09T08:30:01Z" }, "workoutTimestamp out_of_range"),
            (WorkoutLimit.EarliestYear, 2010, _good with { WorkoutTimestamp = "2009-12-31T23:59:59Z" }, "workoutTimestamp out_of_range"),
        ];

        Assert.Equal(WorkoutLimit.All, cases.Select(tried => tried.Limit));
        foreach (var (limit, value, draft, error) in cases)
        {
            Assert.Equal("", Refuse(draft));
            Assert.Equal(error, WorkoutValidator.Validate(draft, Of(limit, value), FixedTime.Default) is WorkoutValidation.Refused refused ? refused.Errors.Show() : "");
        }
    }

    [Fact]
    public void A_brevet_of_1200_km_is_possible_and_no_limit_leaves_its_bounds()
    {
        Assert.True(WorkoutLimit.MaxDistanceKm.Maximum >= 1_200 && WorkoutLimit.MaxDurationMinutes.Maximum >= 90 * 60);
        Assert.All(WorkoutLimit.All, limit =>
        {
            Assert.InRange(limit.Default, limit.Minimum, limit.Maximum);
            Assert.True(limit.TryParse($"{limit.Minimum}", out _) && limit.TryParse($"{limit.Maximum}", out _));
            Assert.False(limit.TryParse($"{limit.Minimum - 1}", out _) || limit.TryParse($"{limit.Maximum + 1}", out _));
        });
    }

    [Theory]
    [InlineData("1999-12-31T19:00:00-05:00", "")]
    [InlineData("2026-05-10T07:30:00Z", "")]
    [InlineData("1999-12-31T23:59:59.999999Z", "workoutTimestamp out_of_range")]
    [InlineData("2026-05-10T07:30:00.000001Z", "workoutTimestamp out_of_range")]
    public void Timestamps_are_between_2000_and_24_hours_ahead(string timestamp, string errors) =>
        Assert.Equal(errors, Refuse(_good with { WorkoutTimestamp = timestamp }));

    [Theory]
    [InlineData("a", "")]
    [InlineData("us-east-1:12345678-1234-1234-1234-123456789012", "")]
    [InlineData("First.Last_2@example.org", "")]
    [InlineData("Batch", "")]
    [InlineData("batch", "userId reserved")]
    [InlineData("", "userId required")]
    [InlineData("a#RUN", "userId invalid_characters")]
    [InlineData("../x", "userId invalid_characters")]
    [InlineData("a\r\nb", "userId invalid_characters")]
    [InlineData("é", "userId invalid_characters")]
    public void User_ids_are_names_UUIDs_and_Cognito_identities(string userId, string errors) => Assert.Equal(errors, Refuse(_good with { UserId = userId }));

    [Fact]
    public void User_ids_have_the_contracts_maximum_length()
    {
        Assert.Equal("", Refuse(_good with { UserId = new string('a', ApiLimits.MaxUserIdLength) }));
        Assert.Equal("userId too_long", Refuse(_good with { UserId = new string('a', ApiLimits.MaxUserIdLength + 1) }));
        Assert.Equal("userId invalid_characters", Refuse(_good with { UserId = string.Concat(Enumerable.Repeat("🏃", ApiLimits.MaxUserIdLength)) }));
    }

    [Theory]
    [InlineData("600", true)]
    [InlineData("0.5", false)]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("-1", false)]
    [InlineData("1e3", false)]
    [InlineData("1,440", false)]
    [InlineData("٦٠٠", false)]
    public void Reads_a_limit_in_plain_digits(string? text, bool expected) =>
        Assert.Equal((expected, expected ? 600 : 0), (WorkoutLimit.MaxDurationMinutes.TryParse(text, out var minutes), expected ? minutes : 0));

    [Theory]
    [InlineData("RUN, CYCLING,HIIT_2", "RUN CYCLING HIIT_2")]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("run", null)]
    [InlineData("RUN,", null)]
    [InlineData("RUN,RUN", null)]
    [InlineData("2RUN", null)]
    [InlineData("RUN.FAST", null)]
    public void Keeps_the_order_of_types(string? text, string? expected)
    {
        Assert.Equal(expected is not null, WorkoutRules.TryParseSupportedTypes(text, out var types));
        Assert.Equal(expected, types is null ? null : string.Join(' ', types));
    }

    [Fact]
    public void A_type_matches_the_contracts_pattern() => Prop.ForAll(
        Gen.Elements('A', 'Z', '0', '9', '_', 'a', '.', '\n').ListOf().Select(letters => string.Concat(letters)).ToArbitrary(),
        Gen.Elements(0, ApiLimits.MaxWorkoutTypeLength - 1, ApiLimits.MaxWorkoutTypeLength).ToArbitrary(),
        (text, more) => new[] { text, "A" + new string('Z', more) }.All(type =>
            WorkoutRules.IsType(type) == Regex.IsMatch(type, $@"^{ApiLimits.WorkoutTypePattern}\z"))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("3.00", "3")]
    [InlineData("0.0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("100", "100")]
    [InlineData("0.000000000000000001", "0.000000000000000001")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    public void Numbers_are_written_in_plain_digits_without_trailing_zeros(string value, string expected) => Assert.Equal(expected, ExactDecimal.Format(Number(value)));

    [Theory]
    [InlineData("workoutType", "\"workoutType\"", "workoutType")]
    [InlineData("X_1", "\"X_1\"", "X_1")]
    [InlineData("", "\"\"", "\"\"")]
    [InlineData("a b", "\"a b\"", "\"a b\"")]
    [InlineData("<b>", "\"<b>\"", "\"<b>\"")]
    [InlineData("é", "\"é\"", "\"é\"")]
    public void Escapes_received_values_and_quotes_unusual_names(string received, string quoted, string named) =>
        Assert.Equal((quoted, named), (Received.Quote(received), Received.Name(received)));

    [Fact]
    public void Truncates_a_long_value() => Assert.Equal($"\"{new string('x', 64)}\"…", Received.Quote(new string('x', 100_000)));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static Workout Accept(WorkoutDraft draft) => Assert.IsType<WorkoutValidation.Accepted>(Validate(draft)).Workout;

    private static string Refuse(WorkoutDraft draft) => Validate(draft) is WorkoutValidation.Refused refused ? refused.Errors.Show() : "";

    private static WorkoutValidation Validate(WorkoutDraft draft) => WorkoutValidator.Validate(draft, TestApi.Rules, FixedTime.Default);
}
