using System.Text;
using FsCheck;
using FsCheck.Fluent;
using WorkoutLog.Http.Json;
using WorkoutLog.ProcessWorkout;

namespace WorkoutLog.Functions.Tests.Http;

public sealed class StrictElementsTests
{
    [Fact]
    public void Finds_the_bytes_of_each_element()
    {
        (string[] elements, string[] errors) = Read("""{ "workouts" : [ {"a":[1,{"b":"é]"}]} , 12 ,null,"x\"y",[ ] , true ] }""");

        Assert.Empty(errors);
        Assert.Equal(["{\"a\":[1,{\"b\":\"é]\"}]}", "12", "null", "\"x\\\"y\"", "[ ]", "true"], elements);
    }

    [Theory]
    [InlineData("", "body required: The body is empty; it must be a JSON object.")]
    [InlineData("[]", "body wrong_type: The body must be a JSON object; received an array.")]
    [InlineData("{}", "workouts required: workouts is required.")]
    [InlineData("{\"workouts\":null}", "workouts wrong_type: workouts must be an array; received null.")]
    [InlineData("{\"workouts\":{}}", "workouts wrong_type: workouts must be an array; received an object.")]
    [InlineData("{\"workouts\":\"[]\"}", "workouts wrong_type: workouts must be an array; received a string.")]
    [InlineData("{\"workouts\":[],\"workouts\":[1]}", "workouts duplicate_field: workouts must be sent only once.")]
    [InlineData("{\"Workouts\":[],\"workouts\":[]}", "Workouts unknown_field: There is no field Workouts; the fields are workouts.")]
    [InlineData("{\"workouts\":[1,]}", "workouts malformed: The value of workouts is not JSON (line 1, byte 16).")]
    [InlineData("{\"workouts\":[1", "workouts malformed: The value of workouts is not JSON (line 1, byte 15).")]
    [InlineData("{\"workouts\":[1]} 2", "body malformed: The body is not JSON (line 1, byte 18).")]
    [InlineData(
        "{\"workouts\":[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]}", "workouts malformed: The value of workouts is nested deeper than 16 levels (line 1, byte 28).")]
    public void Refuses_what_is_no_object_around_an_array(string body, string expected)
    {
        (_, string[] errors) = Read(body);

        Assert.Equal([expected], errors);
    }

    [Fact]
    public void Reports_several_errors_at_once()
    {
        (_, string[] errors) = Read("""{"user":1,"workouts":5,"workouts":[]}""");

        Assert.Equal(
            [
                "user unknown_field: There is no field user; the fields are workouts.",
                "workouts wrong_type: workouts must be an array; received a number.",
                "workouts duplicate_field: workouts must be sent only once.",
            ],
            errors);
    }

    [Fact]
    public void Never_throws_on_a_damaged_body()
    {
        byte[] whole = Encoding.UTF8.GetBytes("""{"workouts":[{"a":"\ud83c\udfc3 é"},[1.5e0,null],"x"],"more":{}}""");
        var damaged =
            from position in Gen.Choose(0, whole.Length - 1)
            from replacement in Gen.Choose(0, 255)
            from length in Gen.Choose(0, whole.Length)
            select whole.Select((b, i) => i == position ? (byte)replacement : b).Take(length).ToArray();

        Prop.ForAll(damaged.ToArbitrary(), body => Read(body).Errors is not null).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }

    private static (string[] Elements, string[] Errors) Read(string body) => Read(Encoding.UTF8.GetBytes(body));

    private static (string[] Elements, string[] Errors) Read(byte[] body)
    {
        var read = StrictJson.ReadElements(body, ProcessWorkoutJson.Default.BatchRequest, out var elements);
        return (
            [.. elements.Select(element => Encoding.UTF8.GetString(body[element]))],
            [.. read.Errors.Select(error => $"{error.Field} {error.Code}: {error.Message}")]);
    }
}
