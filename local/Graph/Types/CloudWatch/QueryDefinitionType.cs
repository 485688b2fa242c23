namespace WorkoutLog.Local.Graph.Types;

internal sealed class QueryDefinitionType() : AwsResourceType(Token)
{
    public const string Token = "aws:cloudwatch/queryDefinition:QueryDefinition";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", resource.Uuid), ("queryDefinitionId", resource.Uuid), ("arn", resource.Arn("logs", $"query-definition:{resource.Uuid}"))];

    public override Emulation Emulation { get; } = new Emulation.Unsupported("logs are not kept beyond the run, so there is nothing to query");

    public override Replacement Replacement { get; } = new("region") { NamedBy = "name" };

    public override Charge Charge { get; } = new Charge.Free("a query is paid by what it reads, when somebody runs it");
}
