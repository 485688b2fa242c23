using System.Text.Json.Nodes;
using WorkoutLog.Local.Graph.Load;

namespace WorkoutLog.Local.Graph.Types;

internal sealed class RestApiType() : AwsResourceType(Token)
{
    public const string Token = "aws:apigateway/restApi:RestApi";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [
        ("id", resource.ShortId),
        ("arn", $"arn:aws:apigateway:{resource.Region}::/restapis/{resource.ShortId}"),
        ("executionArn", resource.Arn("execute-api", resource.ShortId)),
        ("rootResourceId", resource.ShortId),
    ];

    public override Emulation Emulation { get; } = new Emulation.Supported();

    public override Replacement Replacement { get; } = new("region") { NamedBy = "name" };

    public override Charge Charge { get; } = new Charge.ByUsage(Requests);

    public override IEnumerable<string> Facts(JsonObject inputs) =>
        inputs["policy"] is null ? ["no resource policy"] : PolicyFacts.Of(inputs.Word("policy"));

    private const double BytesPerGigabyte = 1L << 30;

    private static IEnumerable<Usage> Requests(GraphResource api, ResourceGraph graph, Workload load)
    {
        var bytes = (load.RequestsPerMonth * Assumptions.HeaderBytes)
            + (load.LogsPerMonth * Assumptions.WriteAnswerBytes)
            + (load.ReadsPerMonth * Assumptions.ReadAnswerBytes);
        yield return new(Token, "requests", "apiRequest", load.RequestsPerMonth);
        yield return new(Token, "answers to the internet", "transferOut", bytes / BytesPerGigabyte);
    }
}
