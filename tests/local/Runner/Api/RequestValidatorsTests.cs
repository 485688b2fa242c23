namespace WorkoutLog.Local.Tests.Runner.Api;

public sealed class RequestValidatorsTests
{
    private const string All = """{"validateRequestBody":true,"validateRequestParameters":true}""";

    [Theory]
    [InlineData("")]
    [InlineData("from=")]
    [InlineData("From=2026")]
    public void Rejects_a_request_whose_required_parameter_is_absent_or_blank(string query)
    {
        var error = Check(All, query)!;

        Assert.Equal(
            (400, "BadRequestException", "BAD_REQUEST_PARAMETERS", "Missing required request parameters: [from]"),
            (error.Status, error.Type, error.ResponseType, error.Message));
        Assert.Equal("Missing required request parameters: [from, Idempotency-Key]", Check(All, query, keyIsRequired: true)!.Message);
    }

    [Fact]
    public void Checks_only_what_its_validator_declares_and_rejects_an_undeclared_validator()
    {
        var document = Document(All, keyIsRequired: false);
        document["paths"]!["/workouts"]!["post"]!.AsObject().Remove("x-amazon-apigateway-request-validator");

        Assert.Null(Check(All, "from=2026"));
        Assert.Null(Check("""{"validateRequestBody":true}""", ""));
        Assert.Null(Check(document, ""));
        var undeclared = Document(All, keyIsRequired: false);
        undeclared.Remove("x-amazon-apigateway-request-validators");
        Assert.Equal("POST /workouts of the API has the request validator 'strict', which is not declared.", Refusal.Of(() => new RequestValidators(undeclared)));
        var ofBodies = Document(All, keyIsRequired: false);
        ofBodies["paths"]!["/workouts"]!["post"]!["requestBody"] = new JsonObject();
        Assert.Equal(
            "POST /workouts of the API validates bodies in API Gateway, which a local run does not support. Fix: validate them in the function.",
            Refusal.Of(() => new RequestValidators(ofBodies)));
    }

    private static ApiError? Check(string validator, string query, bool keyIsRequired = false) => Check(Document(validator, keyIsRequired), query);

    private static ApiError? Check(JsonObject document, string query) => new RequestValidators(document).Check(
        Calls.Of("POST", "/workouts", query, "not json"u8.ToArray()), new RouteMatch(Calls.Route("POST", "/workouts"), ImmutableDictionary<string, string>.Empty));

    private static JsonObject Document(string validator, bool keyIsRequired) => JsonNode.Parse($$"""
        {
          "x-amazon-apigateway-request-validators": { "strict": {{validator}} },
          "paths": { "/workouts": { "post": {
            "x-amazon-apigateway-request-validator": "strict",
            "parameters": [
              { "name": "from", "in": "query", "required": true },
              { "name": "to", "in": "query", "required": false },
              { "name": "Idempotency-Key", "in": "header", "required": {{(keyIsRequired ? "true" : "false")}} }
            ]
          } } }
        }
        """)!.AsObject();
}
