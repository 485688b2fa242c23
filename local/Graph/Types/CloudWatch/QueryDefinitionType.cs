namespace WorkoutLog.Local.Graph.Types;

internal sealed class QueryDefinitionType() : AwsResourceType(
    Token, new Emulation.Unsupported("logs are not kept beyond the run, so there is nothing to query"),
    new Replacement("region") { NamedBy = "name" }, new Charge.Free("a query is paid by what it reads, when somebody runs it"))
{
    public const string Token = "aws:cloudwatch/queryDefinition:QueryDefinition";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", resource.Uuid), ("queryDefinitionId", resource.Uuid), ("arn", resource.Arn("logs", $"query-definition:{resource.Uuid}"))];
}
