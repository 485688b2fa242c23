using System.Text;
using WorkoutLog.Http;

namespace WorkoutLog.Functions.Tests.ProcessWorkout;

/// <summary>Bytes of a body: encoding, length and base64.</summary>
[Collection(DynamoDbCollection.Name)]
public sealed class RequestBodyTests(DynamoDbFixture dynamoDb)
{
    private readonly string _user = DynamoDbFixture.NewUser();
    private readonly TestApi _api = new(dynamoDb.Client);

    [Theory]
    [InlineData(null, false, "body required")]
    [InlineData("", true, "body required")]
    [InlineData("{\"userId\":", false, "userId malformed")]
    [InlineData("no base64!", true, "body malformed")]
    public async Task Refuses_a_body_that_is_not_JSON(string? body, bool base64, string errors)
    {
        var proxyEvent = Events.PostWorkout(body);
        proxyEvent.IsBase64Encoded = base64;

        (await _api.HandleAsync(proxyEvent)).AssertInvalid(errors);
    }

    // API Gateway substitutes U+FFFD for bytes that are not UTF-8, but passes base64 bodies unchanged.
    [Theory]
    [InlineData("", 0)]
    [InlineData("{\"notes\":\"caf", 13)]
    [InlineData("{\"notes\":\"🏃 é", 17)]
    public async Task Refuses_bytes_that_are_not_UTF_8_and_names_the_offset_of_the_first(string before, int offset)
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(before), 0xE9, .. "\"} \ufffd"u8];
        var asText = Events.PostWorkout(Encoding.UTF8.GetString(bytes));
        var asBase64 = Events.PostWorkout(Convert.ToBase64String(bytes));
        asBase64.IsBase64Encoded = true;

        foreach (var refused in new[] { asText, asBase64 })
        {
            var answer = await _api.HandleAsync(refused);

            answer.AssertInvalid("body invalid_characters");
            Assert.Contains($" offset {offset} ", answer.Problem().Detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Keeps_an_escaped_replacement_character()
    {
        var escaped = Events.PostWorkout(Workouts.Body(_user, ",\"notes\":\"\\ufffd\""));
        var inBase64 = Events.PostWorkout(Workouts.Body(_user, ",\"notes\":\"\ufffd\"")).InBase64();

        Assert.Equal(("\ufffd", "\ufffd"), (
            (await _api.HandleAsync(escaped)).Read<WorkoutResponse>().Notes, (await _api.HandleAsync(inBase64)).Read<WorkoutResponse>().Notes));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Skips_a_byte_order_mark_at_the_start(bool base64)
    {
        var marked = Events.PostWorkout("\ufeff" + Workouts.Body(_user));

        Assert.Equal(201, (await _api.HandleAsync(base64 ? marked.InBase64() : marked)).StatusCode);
        (await _api.HandleAsync(Events.PostWorkout("\ufeff\ufeff{}"))).AssertInvalid("body malformed");
        (await _api.HandleAsync(Events.PostWorkout("\ufeff"))).AssertInvalid("body required");
    }

    [Fact]
    public async Task Reads_a_body_of_up_to_256_KB()
    {
        string body = Workouts.Body(_user);
        string Padded(int bytes) => body + new string(' ', bytes - body.Length);
        string tooLong = Workouts.Body(_user, $""","notes":"{new string('é', 131_072)}" """);

        Assert.Equal(201, (await _api.HandleAsync(Events.PostWorkout(Padded(RequestBody.MaxBytes)))).StatusCode);
        foreach (var refused in new[] { Events.PostWorkout(Padded(RequestBody.MaxBytes + 1)), Events.PostWorkout(tooLong), Events.PostWorkout(tooLong).InBase64() })
        {
            var answer = await _api.HandleAsync(refused);

            Assert.Equal(("413 body-too-large", "body too_large"), (answer.Kind(), answer.Problem().Errors()));
        }
    }
}
