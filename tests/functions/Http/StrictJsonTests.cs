using System.Text;
using WorkoutLog.Http.Json;
using WorkoutLog.ProcessWorkout;

namespace WorkoutLog.Functions.Tests.Http;

public sealed class StrictJsonTests
{
    private const string Good = """{"userId":"athlete-1","workoutType":"RUN","durationMinutes":30""";

    [Fact]
    public void Sets_every_field()
    {
        var (request, errors) = Read(
            """{"userId":"athlete-1","workoutType":"RUN","durationMinutes":3.05e1,"caloriesBurned":300,"distanceKm":null,"notes":"\u0041\ud83c\udfc3","workoutTimestamp":"x"}""");

        Assert.Equal("", errors);
        Assert.Equal(
            ("athlete-1", "RUN", 30.5m, 300m, null, "A🏃", "x"),
            (request.UserId, request.WorkoutType, request.DurationMinutes, request.CaloriesBurned, request.DistanceKm, request.Notes, request.WorkoutTimestamp));
    }

    [Theory]
    [InlineData(
        """{"userId":null,"durationMinutes":"30","caloriesBurned":true,"distanceKm":[1,{"a":2}],"notes":{},"steps":{"n":[]},"notes":"again"}""",
        "userId wrong_type, durationMinutes wrong_type, caloriesBurned wrong_type, distanceKm wrong_type, notes wrong_type, steps unknown_field, notes duplicate_field, workoutType required")]
    [InlineData("", "body required")]
    [InlineData("  ", "body malformed")]
    [InlineData("hello", "body malformed")]
    [InlineData("null", "body wrong_type")]
    [InlineData("[1]", "body wrong_type")]
    [InlineData("\"a\"", "body wrong_type")]
    [InlineData(Good + ",}", "body malformed")]
    [InlineData(Good + "} {}", "body malformed")]
    [InlineData(Good, "durationMinutes malformed")]
    [InlineData(Good + " ", "body malformed")]
    [InlineData("{\n\"durationMinutes\":NaN}", "durationMinutes malformed")]
    [InlineData("{\"durationMinutes\":Infinity}", "durationMinutes malformed")]
    [InlineData("{\"durationMinutes\":012}", "durationMinutes malformed")]
    [InlineData("{\"x\":[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]}", "x unknown_field, x malformed")]
    [InlineData("""{"userId":1,"notes":tru}""", "userId wrong_type, notes malformed")]
    [InlineData(Good + ",\"notes\":\"\\ud800\"}", "notes invalid_characters")]
    [InlineData(Good + ",\"notes\":\"a\\udc00b\"}", "notes invalid_characters")]
    [InlineData(Good + ",\"a\\r\\n<b>\":1,\"\\ud800\":2}", "\"a\\u000D\\u000A<b>\" unknown_field, \"\\ud800\" unknown_field")]
    public void Reports_every_error_up_to_the_syntax_error(string body, string expected) =>
        Assert.Equal(expected, Read(body).Errors);

    [Theory]
    [InlineData("1e400", 0, "durationMinutes out_of_range")]
    [InlineData("-1e29", 0, "durationMinutes out_of_range")]
    [InlineData("1e-29", 0, "durationMinutes too_precise")]
    [InlineData("1e-99999999999", 0, "durationMinutes too_precise")]
    [InlineData("1.00000000000000000000000000001", 0, "durationMinutes too_precise")]
    [InlineData("12345678901234567890123456789", 0, "durationMinutes too_precise")]
    [InlineData("0", 0, "")]
    [InlineData("-0.000e5", 0, "")]
    [InlineData("30.00000000000000000000000000000000000000", 30, "")]
    [InlineData("3E+1", 30, "")]
    [InlineData("0.5e-1", 0.05, "")]
    [InlineData("100000000000000000000000000000e-28", 10, "")]
    public void Accepts_numbers_in_every_form_without_rounding(string number, double expected, string expectedErrors)
    {
        var (request, errors) = Read($$"""{"userId":"a","workoutType":"RUN","durationMinutes":{{number}}}""");

        Assert.Equal((expectedErrors, (decimal)expected), (errors, request.DurationMinutes));
    }

    [Fact]
    public void Stops_at_100_errors()
    {
        string fields = string.Join(",", Enumerable.Range(0, 10_000).Select(i => $"\"f{i}\":{i}"));

        string[] errors = Read($"{{{fields}}}").Errors.Split(", ");

        Assert.Equal((101, "body too_many_errors"), (errors.Length, errors[^1]));
    }

    [Fact]
    public void Finds_the_bytes_of_each_element()
    {
        var (elements, errors) = ReadElements("""{ "workouts" : [ {"a":[1,{"b":"é]"}]} , 12 ,null,"x\"y",[ ] , true ] }"""u8.ToArray());

        Assert.Equal("", errors);
        Assert.Equal(["{\"a\":[1,{\"b\":\"é]\"}]}", "12", "null", "\"x\\\"y\"", "[ ]", "true"], elements);
    }

    [Theory]
    [InlineData("", "body required")]
    [InlineData("[]", "body wrong_type")]
    [InlineData("{}", "workouts required")]
    [InlineData("{\"workouts\":null}", "workouts wrong_type")]
    [InlineData("{\"workouts\":{}}", "workouts wrong_type")]
    [InlineData("{\"workouts\":\"[]\"}", "workouts wrong_type")]
    [InlineData("{\"workouts\":[],\"workouts\":[1]}", "workouts duplicate_field")]
    [InlineData("{\"Workouts\":[],\"workouts\":[]}", "Workouts unknown_field")]
    [InlineData("{\"workouts\":[1,]}", "workouts malformed")]
    [InlineData("{\"workouts\":[1", "workouts malformed")]
    [InlineData("{\"workouts\":[1]} 2", "body malformed")]
    [InlineData("{\"workouts\":[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]}", "workouts malformed")]
    [InlineData("""{"user":1,"workouts":5,"workouts":[]}""", "user unknown_field, workouts wrong_type, workouts duplicate_field")]
    public void Refuses_anything_but_an_object_with_an_array(string body, string errors) =>
        Assert.Equal(errors, ReadElements(Encoding.UTF8.GetBytes(body)).Errors);

    [Fact]
    public void Never_throws_on_any_bytes() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), body =>
        Read(body).Errors.Length > 0 && ReadElements(body).Errors.Length > 0).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Theory]
    [InlineData(Good + ",\"notes\":\"\\ud83c\\udfc3 é\",\"distanceKm\":1.5e0,\"caloriesBurned\":null}")]
    [InlineData("""{"workouts":[{"a":"\ud83c\udfc3 é"},[1.5e0,null],"x"],"more":{}}""")]
    public void Never_throws_on_a_damaged_body(string body)
    {
        byte[] whole = Encoding.UTF8.GetBytes(body);
        var damaged =
            from position in Gen.Choose(0, whole.Length - 1)
            from replacement in Gen.Choose(0, 255)
            from length in Gen.Choose(0, whole.Length)
            select whole.Select((b, i) => i == position ? (byte)replacement : b).Take(length).ToArray();

        Prop.ForAll(damaged.ToArbitrary(), bytes => Read(bytes).Errors is not null && ReadElements(bytes).Errors is not null)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }

    private static (WorkoutRequest Request, string Errors) Read(string body) => Read(Encoding.UTF8.GetBytes(body));

    private static (WorkoutRequest Request, string Errors) Read(byte[] body)
    {
        var request = new WorkoutRequest { UserId = "", WorkoutType = "", DurationMinutes = 0 };
        return (request, StrictJson.Read(body, request, ProcessWorkoutJson.Default.WorkoutRequest).Errors.Show());
    }

    private static (string[] Elements, string Errors) ReadElements(byte[] body)
    {
        var read = StrictJson.ReadElements(body, ProcessWorkoutJson.Default.BatchRequest, out var elements);
        return ([.. elements.Select(element => Encoding.UTF8.GetString(body[element]))], read.Errors.Show());
    }
}
