using System.Text;
using FsCheck;
using FsCheck.Fluent;
using WorkoutLog.Contracts;
using WorkoutLog.Http.Json;
using WorkoutLog.ProcessWorkout;

namespace WorkoutLog.Functions.Tests.Http;

public sealed class StrictJsonTests
{
    private const string Good = """{"userId":"athlete-1","workoutType":"RUN","durationMinutes":30""";

    [Fact]
    public void Sets_every_field()
    {
        (var request, string[] errors) = Read(
            """{"userId":"athlete-1","workoutType":"RUN","durationMinutes":3.05e1,"caloriesBurned":300,"distanceKm":null,"notes":"\u0041\ud83c\udfc3","workoutTimestamp":"x"}""");

        Assert.Empty(errors);
        Assert.Equal(
            ("athlete-1", "RUN", 30.5m, 300m, null, "A🏃", "x"),
            (request.UserId, request.WorkoutType, request.DurationMinutes, request.CaloriesBurned, request.DistanceKm, request.Notes, request.WorkoutTimestamp));
    }

    [Fact]
    public void Reports_every_error_at_once()
    {
        (_, string[] errors) = Read("""{"userId":null,"durationMinutes":"30","caloriesBurned":true,"distanceKm":[1,{"a":2}],"notes":{},"steps":{"n":[]},"notes":"again"}""");

        Assert.Equal(
            [
                "userId wrong_type: userId must be a string; received null.",
                "durationMinutes wrong_type: durationMinutes must be a number; received a string.",
                "caloriesBurned wrong_type: caloriesBurned must be a number; received a boolean.",
                "distanceKm wrong_type: distanceKm must be a number; received an array.",
                "notes wrong_type: notes must be a string; received an object.",
                "steps unknown_field: There is no field steps; the fields are userId, workoutType, durationMinutes, caloriesBurned, distanceKm, notes, workoutTimestamp.",
                "notes duplicate_field: notes must be sent only once.",
                "workoutType required: workoutType is required.",
            ],
            errors);
    }

    [Theory]
    [InlineData("", "body required: The body is empty; it must be a JSON object.")]
    [InlineData("  ", "body malformed: The body is not JSON (line 1, byte 3).")]
    [InlineData("hello", "body malformed: The body is not JSON (line 1, byte 1).")]
    [InlineData("null", "body wrong_type: The body must be a JSON object; received null.")]
    [InlineData("[1]", "body wrong_type: The body must be a JSON object; received an array.")]
    [InlineData("\"a\"", "body wrong_type: The body must be a JSON object; received a string.")]
    [InlineData("\ufeff{}", "body malformed: The body is not JSON (line 1, byte 1).")]
    [InlineData(Good + ",}", "body malformed: The body is not JSON (line 1, byte 64).")]
    [InlineData(Good + "} {}", "body malformed: The body is not JSON (line 1, byte 65).")]
    [InlineData(Good, "durationMinutes malformed: The value of durationMinutes is not JSON (line 1, byte 63).")]
    [InlineData(Good + " ", "body malformed: The body is not JSON (line 1, byte 64).")]
    [InlineData("{\n\"durationMinutes\":NaN}", "durationMinutes malformed: The value of durationMinutes is not JSON (line 2, byte 19).")]
    [InlineData("{\"durationMinutes\":Infinity}", "durationMinutes malformed: The value of durationMinutes is not JSON (line 1, byte 20).")]
    [InlineData("{\"durationMinutes\":012}", "durationMinutes malformed: The value of durationMinutes is not JSON (line 1, byte 21).")]
    [InlineData("{\"x\":[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]}", "x malformed: The value of x is nested deeper than 16 levels (line 1, byte 21).")]
    public void Names_the_place_where_the_body_stops_being_an_object(string body, string expected)
    {
        (_, string[] errors) = Read(body);

        Assert.Equal(expected, errors[^1]);
    }

    [Fact]
    public void Tells_what_was_wrong_before_the_place_too()
    {
        (_, string[] errors) = Read("""{"userId":1,"notes":tru}""");

        Assert.Equal(["userId wrong_type: userId must be a string; received a number.", "notes malformed: The value of notes is not JSON (line 1, byte 24)."], errors);
    }

    [Theory]
    [InlineData("1e400", "out_of_range: durationMinutes is out of range.")]
    [InlineData("-1e29", "out_of_range: durationMinutes is out of range.")]
    [InlineData("1e-29", "too_precise: durationMinutes may have at most 28 digits.")]
    [InlineData("1e-99999999999", "too_precise: durationMinutes may have at most 28 digits.")]
    [InlineData("1.00000000000000000000000000001", "too_precise: durationMinutes may have at most 28 digits.")]
    [InlineData("12345678901234567890123456789", "too_precise: durationMinutes may have at most 28 digits.")]
    public void Refuses_a_number_that_it_would_have_to_round(string number, string expected)
    {
        (_, string[] errors) = Read($$"""{"userId":"a","workoutType":"RUN","durationMinutes":{{number}}}""");

        Assert.Equal([$"durationMinutes {expected}"], errors);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0.000e5", 0)]
    [InlineData("30.00000000000000000000000000000000000000", 30)]
    [InlineData("3E+1", 30)]
    [InlineData("0.5e-1", 0.05)]
    [InlineData("100000000000000000000000000000e-28", 10)]
    public void Takes_a_number_in_any_of_its_forms(string number, double expected)
    {
        (var request, string[] errors) = Read($$"""{"userId":"a","workoutType":"RUN","durationMinutes":{{number}}}""");

        Assert.Empty(errors);
        Assert.Equal((decimal)expected, request.DurationMinutes);
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"a\\udc00b\"")]
    public void Refuses_half_of_a_surrogate_pair(string notes)
    {
        (_, string[] errors) = Read($$"""{{Good}},"notes":{{notes}}}""");

        Assert.Equal(["notes invalid_characters: notes is not valid Unicode: it holds broken UTF-8 or half of a surrogate pair."], errors);
    }

    [Fact]
    public void Refuses_broken_UTF_8()
    {
        byte[] body = [.. Encoding.UTF8.GetBytes(Good + ",\"notes\":\""), 0xC3, 0x28, .. "\"}"u8];

        (_, string[] errors) = Read(body);

        Assert.Equal(["notes invalid_characters: notes is not valid Unicode: it holds broken UTF-8 or half of a surrogate pair."], errors);
    }

    [Fact]
    public void Shows_a_hostile_field_name_harmlessly()
    {
        (_, string[] errors) = Read(Good + ",\"a\\r\\n<b>\":1,\"\\ud800\":2}");

        Assert.Equal(2, errors.Length);
        Assert.StartsWith("\"a\\u000D\\u000A<b>\" unknown_field: There is no field \"a\\u000D\\u000A<b>\";", errors[0], StringComparison.Ordinal);
        Assert.StartsWith("\"\\ud800\" unknown_field:", errors[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Stops_at_100_errors()
    {
        string fields = string.Join(",", Enumerable.Range(0, 10_000).Select(i => $"\"f{i}\":{i}"));

        (_, string[] errors) = Read($"{{{fields}}}");

        Assert.Equal(101, errors.Length);
        Assert.Equal("body too_many_errors: The body has more than 100 errors.", errors[^1]);
    }

    [Fact]
    public void Never_throws_on_any_bytes() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), body =>
    {
        (_, string[] errors) = Read(body);
        return errors.Length > 0;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Never_throws_on_a_damaged_body()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Good + ",\"notes\":\"\\ud83c\\udfc3 é\",\"distanceKm\":1.5e0,\"caloriesBurned\":null}");
        var damaged =
            from position in Gen.Choose(0, whole.Length - 1)
            from replacement in Gen.Choose(0, 255)
            from length in Gen.Choose(0, whole.Length)
            select whole.Select((b, i) => i == position ? (byte)replacement : b).Take(length).ToArray();

        Prop.ForAll(damaged.ToArbitrary(), body => Read(body).Errors is not null).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }

    private static (WorkoutRequest Request, string[] Errors) Read(string body) => Read(Encoding.UTF8.GetBytes(body));

    private static (WorkoutRequest Request, string[] Errors) Read(byte[] body)
    {
        var request = new WorkoutRequest { UserId = "", WorkoutType = "", DurationMinutes = 0 };
        var read = StrictJson.Read(body, request, ProcessWorkoutJson.Default.WorkoutRequest);
        return (request, [.. read.Errors.Select(error => $"{error.Field} {error.Code}: {error.Message}")]);
    }
}
