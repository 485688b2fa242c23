namespace WorkoutLog.Local.Tests.Runner.Api;

public sealed class RequestValidatorsTests
{
    private const string All = """{"validateRequestBody":true,"validateRequestParameters":true}""";

    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON; charset=iso-8859-1")]
    [InlineData(null)]
    public void Holds_a_body_against_the_model_of_its_type_or_of_JSON(string? contentType)
    {
        var error = Check(All, "from=2026", "{}", contentType)!;

        Assert.Equal(
            (400, "BadRequestException", "BAD_REQUEST_BODY", "Invalid request body", """[object has missing required properties (["userId"])]"""),
            (error.Status, error.Type, error.ResponseType, error.Message, error.ValidationErrors));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/merge-patch+json")]
    public void Lets_through_a_body_of_a_type_without_a_model(string contentType) => Assert.Null(Check(All, "from=2026", "{}", contentType));

    [Theory]
    [InlineData("")]
    [InlineData("from=")]
    [InlineData("From=2026")]
    public void Misses_a_required_parameter_that_is_absent_or_blank_before_it_looks_at_the_body(string query)
    {
        var error = Check(All, query, "{}")!;

        Assert.Equal(
            (400, "BadRequestException", "BAD_REQUEST_PARAMETERS", "Missing required request parameters: [from]", ""),
            (error.Status, error.Type, error.ResponseType, error.Message, error.ValidationErrors));
        Assert.Equal("Missing required request parameters: [from, Idempotency-Key]", Check(All, query, "{}", keyIsRequired: true)!.Message);
    }

    [Fact]
    public void Checks_only_what_its_validator_says_and_nothing_without_one_and_stops_at_one_that_is_not_declared()
    {
        var document = Document(All, keyIsRequired: false);
        document["paths"]!["/workouts"]!["post"]!.AsObject().Remove("x-amazon-apigateway-request-validator");

        Assert.Null(Check("""{"validateRequestParameters":true}""", "from=2026", "not json"));
        Assert.Equal("BAD_REQUEST_BODY", Check("""{"validateRequestBody":true}""", "", "not json")!.ResponseType);
        Assert.Null(Check(document, "", "not json", "application/json"));
        var undeclared = Document(All, keyIsRequired: false);
        undeclared.Remove("x-amazon-apigateway-request-validators");
        Assert.Equal("POST /workouts of the API has the request validator 'strict', which is not declared.", Refusal.Of(() => new RequestValidators(undeclared)));
    }

    private static ApiError? Check(string validator, string query, string body, string? contentType = "application/json", bool keyIsRequired = false) =>
        Check(Document(validator, keyIsRequired), query, body, contentType);

    private static ApiError? Check(JsonObject document, string query, string body, string? contentType)
    {
        (string, string[])[] headers = contentType is null ? [] : [("Content-Type", [contentType])];
        var call = Calls.Of("POST", "/workouts", query, Encoding.UTF8.GetBytes(body), headers);
        return new RequestValidators(document).Check(call, new RouteMatch(Calls.Route("POST", "/workouts"), ImmutableDictionary<string, string>.Empty));
    }

    private static JsonObject Document(string validator, bool keyIsRequired) => JsonNode.Parse($$"""
        {
          "x-amazon-apigateway-request-validators": { "strict": {{validator}} },
          "paths": { "/workouts": { "post": {
            "x-amazon-apigateway-request-validator": "strict",
            "parameters": [
              { "name": "from", "in": "query", "required": true },
              { "name": "to", "in": "query", "required": false },
              { "name": "Idempotency-Key", "in": "header", "required": {{(keyIsRequired ? "true" : "false")}} }
            ],
            "requestBody": { "content": { "application/json": { "schema": { "type": "object", "required": ["userId"] } } } }
          } } }
        }
        """)!.AsObject();
}
