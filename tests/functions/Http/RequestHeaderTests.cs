using WorkoutLog.Domain.Validation;
using WorkoutLog.Http;

namespace WorkoutLog.Functions.Tests.Http;

/// <summary>Valid and invalid headers. <c>WorkoutEditingTests</c> tests which versions <c>If-Match</c> allows to be replaced.</summary>
public sealed class RequestHeaderTests
{
    [Theory]
    [InlineData("//evil.com/workouts", "/evil.com/workouts")]
    [InlineData("///evil.com", "/evil.com")]
    [InlineData("/\\evil.com", "/evil.com")]
    [InlineData("/v1/workouts/", "/v1/workouts/")]
    public void A_path_in_a_header_never_refers_to_another_host(string called, string path)
    {
        APIGatewayProxyRequest request = Events.PostWorkout("");
        request.RequestContext.Path = called;

        Assert.Equal(path, new ApiRequest(request, Invocations.Long, FixedTime.Default, Events.ServiceRoles).Path);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON")]
    [InlineData(" application/json ")]
    [InlineData("application/json;charset=utf-8")]
    [InlineData("application/json; charset=UTF-8")]
    [InlineData("application/json; charset=\"utf-8\"")]
    [InlineData("application/json; profile=x")]
    [InlineData("application/json;")]
    [InlineData("application/json ; charset=UTF-8")]
    [InlineData("APPLICATION/JSON;;CHARSET=\"UTF-8\"; ;")]
    [InlineData(null)]
    public void Reads_JSON_in_UTF_8(string? contentType) => Assert.IsType<RequestBody.Utf8>(RequestBody.Of(Request(contentType)));

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=utf-8; charset=latin1")]
    [InlineData("application/json; charset")]
    [InlineData("application/problem+json")]
    [InlineData("application/json, text/plain")]
    [InlineData("json")]
    [InlineData(";application/json")]
    [InlineData("application/json; charset=;")]
    [InlineData("application/json; charset=\"\"")]
    [InlineData("")]
    [InlineData("a\u0007/b")]
    public void Refuses_any_other_type(string contentType)
    {
        var request = Request(contentType);

        var answer = RequestBody.Refuse(RequestBody.Of(request), request);

        Assert.Equal(("415 unsupported-media-type", "Content-Type unsupported_value"), (answer.Kind(), answer.Problem().Errors()));
    }

    [Theory]
    [InlineData("gzip", false)]
    [InlineData("br", false)]
    [InlineData("identity, gzip", false)]
    [InlineData("identity", true)]
    [InlineData("Identity", true)]
    [InlineData("", true)]
    public void Refuses_compressed_bodies(string coding, bool accepted)
    {
        var request = new ApiRequest(Events.PostWorkout("{}").With("content-encoding", coding), Invocations.Long, FixedTime.Default, Events.ServiceRoles);

        var body = RequestBody.Of(request);

        Assert.Equal(accepted, body is RequestBody.Utf8);
        Assert.True(accepted || RequestBody.Refuse(body, request).Problem().Errors() == "Content-Encoding unsupported_value");
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("!", "")]
    [InlineData("~", "")]
    [InlineData("8e03978e-40d5-43dd-bc93-6894a57f9324", "")]
    [InlineData("\"quoted\"", "")]
    [InlineData("255", "")]
    [InlineData("256", "k too_long")]
    [InlineData("", "k required")]
    [InlineData(" ", "k invalid_characters")]
    [InlineData("a b", "k invalid_characters")]
    [InlineData("a\n", "k invalid_characters")]
    [InlineData("clé", "k invalid_characters")]
    [InlineData("\u007f", "k invalid_characters")]
    public void An_idempotency_key_is_255_printable_ASCII_characters_at_most(string? key, string errors)
    {
        string? sent = int.TryParse(key, out int length) ? new string('k', length) : key;

        var error = ClientNameRule.Check("k", sent, ApiLimits.MaxIdempotencyKeyLength);

        Assert.Equal(errors, error is null ? "" : new[] { error }.Show());
    }

    [Theory]
    [InlineData("*")]
    [InlineData(" * ")]
    [InlineData(null)]
    public void If_Match_allows_any_version(string? header) => Assert.True(IfMatchOf(header).Condition.IsAny);

    [Theory]
    [InlineData("\"1\"", 1)]
    [InlineData("\"12\"", 12)]
    [InlineData("\"1\",\"3\"", 1, 3)]
    [InlineData(" \"1\" , , \"3\" ,", 1, 3)]
    [InlineData("W/\"1\", \"2\"", 2)]
    [InlineData("W/\"1\"")]
    [InlineData("\"\"")]
    [InlineData("\"01\"")]
    [InlineData("\"+1\"")]
    [InlineData("\" 1\"")]
    [InlineData("\"1.0\"")]
    [InlineData("\"99999999999999999999\"")]
    [InlineData("\"abc, def\"")]
    [InlineData("\"*\"")]
    public void If_Match_allows_the_listed_versions(string header, params int[] versions)
    {
        var (condition, errors) = IfMatchOf(header);

        Assert.Equal(("", false), (errors, condition.IsAny));
        Assert.Equal(versions, Enumerable.Range(0, 100).Where(condition.Allows));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(",")]
    [InlineData("1")]
    [InlineData("'1'")]
    [InlineData("\"1")]
    [InlineData("\"1\" \"2\"")]
    [InlineData("*, \"1\"")]
    [InlineData("\"1\", *")]
    [InlineData("W/")]
    [InlineData("W/1")]
    [InlineData("\"1\"\r\nX: y")]
    public void If_Match_refuses_anything_but_a_list_of_entity_tags(string header)
    {
        var (condition, errors) = IfMatchOf(header);

        Assert.Equal(("If-Match malformed", true), (errors, condition.IsAny));
    }

    private static (VersionCondition Condition, string Errors) IfMatchOf(string? header)
    {
        var proxyEvent = Events.DeleteWorkout("a", "b");
        var request = new ApiRequest(header is null ? proxyEvent : proxyEvent.With("if-match", header), Invocations.Long, FixedTime.Default, Events.ServiceRoles);
        var error = IfMatch.Read(request, out VersionCondition condition);
        return (condition, error is null ? "" : new[] { error }.Show());
    }

    private static ApiRequest Request(string? contentType)
    {
        var proxyEvent = Events.PostWorkout("{}").With("Accept", "text/plain");
        return new(contentType is null ? proxyEvent : proxyEvent.With("content-TYPE", contentType), Invocations.Long, FixedTime.Default, Events.ServiceRoles);
    }
}
