namespace WorkoutLog.Local.Graph.Types;

internal sealed class KeyType() : AwsResourceType(
    Token,
    new Emulation.Unsupported("nothing is encrypted"),
    new Replacement("customKeyStoreId", "customerMasterKeySpec", "keyUsage", "multiRegion", "region", "xksKeyId")
    {
        Holds = "the data that it encrypts, which becomes unreadable",
    },
    new Charge.ByUsage(Requests))
{
    public const string Token = "aws:kms/key:Key";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", resource.Uuid), ("keyId", resource.Uuid), ("arn", resource.Arn("kms", $"key/{resource.Uuid}"))];

    public override IEnumerable<string> Facts(JsonObject inputs) => [.. When(inputs.Flag("enableKeyRotation"), "rotated"), .. PolicyFacts.Of(inputs.Word("policy"))];

    // Each of the first two rotations adds the price of a key; the bill is for the first year, before either.
    private static IEnumerable<Usage> Requests(GraphResource key, ResourceGraph graph, Workload load)
    {
        yield return new(Token, "keys", "key", 1);
        var arn = key.Outputs.Text("arn");
        var functions = graph.OfType(FunctionType.Token).Select(function => Demand.Of(graph).ShareOf(function, load).RequestsPerDay).ToArray();
        var tables = graph.OfType(TableType.Token).Count(table => table.Inputs.Word("serverSideEncryption", "kmsKeyArn") == arn);
        var groups = graph.OfType(LogGroupType.Token).Count(group => group.Inputs.Text("kmsKeyId") == arn);
        // DynamoDB caches a table's key per caller.
        var requests = (tables * functions.Sum(DataKeys)) + (groups * DataKeys(load.RequestsPerDay));
        var topics = graph.OfType(TopicType.Token).Count(topic => topic.Inputs.Text("kmsMasterKeyId") == arn);
        yield return new(Token, "requests to keys", "keyRequest", requests + (topics * 2 * Assumptions.NotificationsPerMonth));
    }

    private static double DataKeys(double eventsPerDay) => Chances.ActivePeriodsPerMonth(eventsPerDay, Assumptions.DataKeyMinutes);
}
