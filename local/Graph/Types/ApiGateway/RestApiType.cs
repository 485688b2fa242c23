namespace WorkoutLog.Local.Graph.Types;

internal sealed class RestApiType() : AwsResourceType(
    Token, new Emulation.Supported(), new Replacement("region") { NamedBy = "name" }, new Charge.ByUsage(Requests))
{
    public const string Token = "aws:apigateway/restApi:RestApi";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [
        ("id", resource.ShortId),
        ("arn", $"arn:aws:apigateway:{resource.Region}::/restapis/{resource.ShortId}"),
        ("executionArn", resource.Arn("execute-api", resource.ShortId)),
        ("rootResourceId", resource.ShortId),
    ];

    public override IEnumerable<string> Facts(JsonObject inputs) =>
        inputs["policy"] is null ? ["no resource policy"] : PolicyFacts.Of(inputs.Word("policy"));

    private static IEnumerable<Usage> Requests(GraphResource api, ResourceGraph graph, Workload load)
    {
        var bytes = (load.RequestsPerMonth * Assumptions.HeaderBytes)
            + (load.LogsPerMonth * Assumptions.WriteAnswerBytes)
            + (load.ReadsPerMonth * Assumptions.ReadAnswerBytes);
        yield return new(Token, "requests", "apiRequest", load.RequestsPerMonth);
        yield return new(Token, "answers to the internet", "transferOut", bytes / Workload.BytesPerGigabyte);
    }
}
