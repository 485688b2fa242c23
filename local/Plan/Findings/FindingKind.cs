namespace WorkoutLog.Local.Plan.Findings;

/// <summary>What a plan can find. Closed: one of <see cref="All"/>.</summary>
/// <param name="Name">In lower case with dashes.</param>
internal sealed record FindingKind(string Name, Severity Severity, string Meaning)
{
    public static readonly FindingKind StatefulReplacement = new(
        "stateful-replacement", Severity.Refused, "A table, a key, a backup vault, a log group, an event archive, a queue or a topic with subscriptions is recreated empty, and the one that holds the data is deleted.");

    public static readonly FindingKind DataLoss = new(
        "data-loss", Severity.Refused, "One of these is deleted without a successor.");

    public static readonly FindingKind RecoveryLoss = new(
        "recovery-loss", Severity.Refused, "Point-in-time recovery, a backup plan, a table's place in it or a rule of it goes, or backups are kept for a shorter time.");

    public static readonly FindingKind ProtectionLoss = new(
        "protection-loss", Severity.Refused, "Deletion protection, or Pulumi's own `protect` or `retainOnDelete`, is turned off: the next mistake deletes.");

    public static readonly FindingKind ExpiryChange = new(
        "expiry-change", Severity.Refused, "Another attribute decides when DynamoDB deletes an item, or one does for the first time.");

    public static readonly FindingKind StreamLoss = new(
        "stream-loss", Severity.Refused, "A table's stream is turned off or tells less: readers miss changes, and a new stream has another ARN. The event bus is deleted or replaced, or the pipe that publishes on it is deleted or stopped, or skips changes: consumers miss events.");

    public static readonly FindingKind CapacitySwitch = new(
        "capacity-switch", Severity.Refused, "A live table changes to autoscaled from on demand, or to provisioned from autoscaled, in one update, and gets a capacity that nobody chose.");

    public static readonly FindingKind WidenedAccess = new(
        "widened-access", Severity.Refused, "A role may do an action, or reach a resource, that no grant of it covered, a condition or a refusal is gone, or somebody else may take it on; or another account, or a role that is not the stack's, is named.");

    public static readonly FindingKind PublicExposure = new(
        "public-exposure", Severity.Refused, "A route loses its authorisation or never had any; the policy of the API, of a key, of a queue or of a topic, or a permission to invoke, lets more in; events go to something that is not the stack's bus; the firewall, a rule of it or an allowed network's limit goes.");

    public static readonly FindingKind EncryptionLoss = new(
        "encryption-loss", Severity.Refused, "A key of the account no longer encrypts what it did, it is no longer rotated, a queue's messages are not encrypted at all, or a domain takes an older TLS.");

    public static readonly FindingKind Blocked = new(
        "blocked", Severity.Warning, "`pulumi up` would fail: the resource is protected by Pulumi, or AWS refuses to delete it.");

    public static readonly FindingKind Interruption = new(
        "interruption", Severity.Warning, "Something that serves calls is deleted before its successor is there, or gets another address.");

    public static readonly FindingKind Rename = new(
        "rename", Severity.Warning, "A resource goes and a like one comes in the same component under another name. An alias would keep it.");

    public static readonly FindingKind AlarmLost = new(
        "alarm-lost", Severity.Warning, "An alarm, an objective or a subscription goes, or an alarm tells fewer people or nobody.");

    public static readonly FindingKind AlarmBlunted = new(
        "alarm-blunted", Severity.Warning, "An alarm's threshold, or the time or the times that it takes to ring, is raised, or an objective is lowered.");

    public static readonly FindingKind LogLost = new(
        "log-lost", Severity.Warning, "The access log, tracing or a metric is turned off, a log tells less, or failed events leave no dead letter.");

    public static readonly FindingKind RetentionShortened = new(
        "retention-shortened", Severity.Warning, "A log group, an event archive or a queue keeps what it holds for a shorter time; what is older is deleted.");

    public static readonly FindingKind ApiBreak = new(
        "api-break", Severity.Warning, "Clients that keep to the API as it was can fail: a route or a part of an answer goes, a request must say more, another function answers.");

    public static readonly FindingKind EventBreak = new(
        "event-break", Severity.Warning, "Consumers that keep to the events as they were can fail or miss some: a member goes or gets another value, the source, the detail type or the bus has another name, another filter or stream decides what is published.");

    public static readonly FindingKind FunctionCode = new(
        "function-code", Severity.Notice, "A function's archive has other content; a new version of it is published.");

    public static readonly FindingKind FunctionSettings = new(
        "function-settings", Severity.Notice, "A function's memory, timeout, concurrency, runtime or environment changes.");

    public static readonly FindingKind CrossOrigin = new(
        "cross-origin", Severity.Notice, "Pages of another origin may call the API from a browser, with the credentials that their users have.");

    public static readonly FindingKind Left = new(
        "left", Severity.Notice, "The stack lets go of a resource without deleting it (`retainOnDelete`); nobody manages it from then on.");

    public static readonly FindingKind Cost = new(
        "cost", Severity.Notice, "The monthly bill at the load of `--logs-per-day`, with an app's reads, is another one.");

    /// <summary>The gravest first.</summary>
    public static readonly ImmutableArray<FindingKind> All =
    [
        StatefulReplacement, DataLoss, RecoveryLoss, ProtectionLoss, ExpiryChange, StreamLoss, CapacitySwitch, WidenedAccess, PublicExposure, EncryptionLoss,
        Blocked, Interruption, Rename, AlarmLost, AlarmBlunted, LogLost, RetentionShortened, ApiBreak, EventBreak,
        FunctionCode, FunctionSettings, CrossOrigin, Left, Cost,
    ];
}

internal enum Severity
{
    /// <summary>Fails the plan, unless a waiver lets it pass.</summary>
    Refused,

    /// <summary>Somebody should look before it is done.</summary>
    Warning,

    Notice,
}
