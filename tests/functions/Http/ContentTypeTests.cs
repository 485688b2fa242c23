using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Http;

namespace WorkoutLog.Functions.Tests.Http;

public sealed class ContentTypeTests
{
    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON")]
    [InlineData(" application/json ")]
    [InlineData("application/json;charset=utf-8")]
    [InlineData("application/json; charset=UTF-8")]
    [InlineData("application/json; charset=\"utf-8\"")]
    [InlineData("application/json; profile=x")]
    public void Reads_JSON_in_UTF_8(string contentType)
    {
        Assert.IsType<RequestBody.Utf8>(RequestBody.Of(Request("Content-Type", contentType)));
    }

    [Fact]
    public void Takes_a_body_without_a_type_for_JSON()
    {
        Assert.IsType<RequestBody.Utf8>(RequestBody.Of(Request("Accept", "text/plain")));
    }

    [Theory]
    [InlineData("text/plain", "\"text/plain\"")]
    [InlineData("application/json; charset=utf-16", "\"application/json; charset=utf-16\"")]
    [InlineData("application/json; charset=utf-8; charset=latin1", "\"application/json; charset=utf-8; charset=latin1\"")]
    [InlineData("application/json; charset", "\"application/json; charset\"")]
    [InlineData("application/problem+json", "\"application/problem+json\"")]
    [InlineData("application/json, text/plain", "\"application/json, text/plain\"")]
    [InlineData("json", "\"json\"")]
    [InlineData("", "\"\"")]
    [InlineData("a\u0007/b", "\"a\\u0007/b\"")]
    public void Refuses_any_other_type(string contentType, string shown)
    {
        var request = Request("content-TYPE", contentType);

        var answer = RequestBody.Refuse(RequestBody.Of(request), request);

        var problem = answer.Problem();
        Assert.Equal((415, "The body is of a type that is not supported"), (answer.StatusCode, problem.Title));
        Assert.Equal([$"Content-Type unsupported_value: Content-Type must be application/json in UTF-8; received {shown}."], problem.Lines());
    }

    private static ApiRequest Request(string header, string value) =>
        new(Events.PostWorkout("{}").With(header, value), Invocations.Long, FixedTime.Default);
}
