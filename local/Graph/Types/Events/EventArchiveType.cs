namespace WorkoutLog.Local.Graph.Types;

internal sealed class EventArchiveType() : AwsResourceType(
    Token,
    new Emulation.Unsupported("events are not archived"),
    new Replacement("eventSourceArn", "name", "region") { NamedBy = "name", Holds = "its events" },
    new Charge.ByUsage(Kept))
{
    public const string Token = "aws:cloudwatch/eventArchive:EventArchive";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) =>
        [("id", resource.Name), ("arn", resource.Arn("events", $"archive/{resource.Name}"))];

    public override IEnumerable<string> Facts(JsonObject inputs) =>
        [inputs.Integer("retentionDays") is > 0 and var days ? $"{days} days" : "forever", .. When(inputs["kmsKeyIdentifier"] is not null, "customer key")];

    private static IEnumerable<Usage> Kept(GraphResource archive, ResourceGraph graph, Workload load)
    {
        var gigabytesPerDay = load.LogsPerDay * Assumptions.EventBytes / Workload.BytesPerGigabyte;
        var history = Assumptions.MonthsOfHistory * Workload.DaysPerMonth;
        // Without a retention, events never expire.
        var days = archive.Inputs.Integer("retentionDays") is { } retention and > 0 ? Math.Min(retention, history) : history;
        yield return new(Token, "events, archived", "archivedEvents", gigabytesPerDay * Workload.DaysPerMonth);
        yield return new(Token, "events, kept", "archiveStorage", gigabytesPerDay * days);
    }
}
