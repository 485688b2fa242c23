namespace WorkoutLog.Local.Plan.Findings;

/// <summary>A kind of finding. Closed: one of <see cref="All"/>.</summary>
/// <param name="Name">In lower case with dashes.</param>
internal sealed record FindingKind(string Name, Severity Severity, string Meaning)
{
    public static readonly FindingKind StatefulReplacement = new(
        "stateful-replacement", Severity.Refused, "A table, a key, a backup vault, a log group, an event archive, a queue or a topic with subscriptions is recreated empty, and the one that holds the data is deleted.");

    public static readonly FindingKind DataLoss = new(
        "data-loss", Severity.Refused, "One of these is deleted and not replaced.");

    public static readonly FindingKind RecoveryLoss = new(
        "recovery-loss", Severity.Refused, "Point-in-time recovery is turned off or shortened; a backup plan, one of its rules or a table in its selection is removed; or backups are kept for a shorter time.");

    public static readonly FindingKind ProtectionLoss = new(
        "protection-loss", Severity.Refused, "Deletion protection, or Pulumi's own `protect` or `retainOnDelete`, is turned off: the next mistake can delete the resource.");

    public static readonly FindingKind ExpiryChange = new(
        "expiry-change", Severity.Refused, "TTL is turned on, or its attribute changes: DynamoDB deletes other items than before.");

    public static readonly FindingKind StreamLoss = new(
        "stream-loss", Severity.Refused, "A table's stream is turned off or its view type changes: readers miss changes, and a new stream has another ARN. The event bus is deleted or replaced, or the pipe that publishes to it is deleted or stopped, or skips changes: consumers miss events.");

    public static readonly FindingKind CapacitySwitch = new(
        "capacity-switch", Severity.Refused, "A live table changes from on demand to autoscaled, or from autoscaled to provisioned, in one update, and gets a capacity that nobody chose.");

    public static readonly FindingKind WidenedAccess = new(
        "widened-access", Severity.Refused, "A role gets an action or a resource that its grants did not cover; a condition or a `Deny` is removed; another principal may assume the role; or another account, or a role outside the stack, is named.");

    public static readonly FindingKind PublicExposure = new(
        "public-exposure", Severity.Refused, "A route's authorisation is removed or changed, or a new route has none; the policy of the API, a key, a queue or a topic, or a permission to invoke, allows more; events are sent to a target other than the stack's bus; the firewall or one of its rules is removed or weakened.");

    public static readonly FindingKind EncryptionLoss = new(
        "encryption-loss", Severity.Refused, "A resource is no longer encrypted with a key of the account, the key is no longer rotated, a queue's messages are not encrypted at all, or a domain accepts an older TLS version.");

    public static readonly FindingKind Blocked = new(
        "blocked", Severity.Warning, "`pulumi up` would fail: the resource is protected by Pulumi, or AWS refuses to delete it.");

    public static readonly FindingKind Interruption = new(
        "interruption", Severity.Warning, "A resource that serves requests is deleted before its replacement exists, or its address changes.");

    public static readonly FindingKind Rename = new(
        "rename", Severity.Warning, "A resource is deleted and a similar one is created under another name. An alias would keep it.");

    public static readonly FindingKind AlarmLost = new(
        "alarm-lost", Severity.Warning, "An alarm, an objective or a subscription is removed, or an alarm notifies fewer people or nobody.");

    public static readonly FindingKind AlarmBlunted = new(
        "alarm-blunted", Severity.Warning, "An alarm's threshold is relaxed, its period or number of periods is raised, or an objective is lowered.");

    public static readonly FindingKind LogLost = new(
        "log-lost", Severity.Warning, "The access log, tracing or a metric is turned off, a log records less, or failed events are not kept as dead letters.");

    public static readonly FindingKind RetentionShortened = new(
        "retention-shortened", Severity.Warning, "The retention of a log group, an event archive or a queue is shortened; older data is deleted.");

    public static readonly FindingKind ApiBreak = new(
        "api-break", Severity.Warning, "Existing clients can fail: a route or a part of a response is removed, a request needs more, or another function serves a route.");

    public static readonly FindingKind EventBreak = new(
        "event-break", Severity.Warning, "Existing consumers can fail or miss events: a member is removed or gets another value, the source, the detail type or the bus is renamed, or another filter or stream decides what is published.");

    public static readonly FindingKind FunctionCode = new(
        "function-code", Severity.Notice, "A function's archive changes; a new version is published.");

    public static readonly FindingKind FunctionSettings = new(
        "function-settings", Severity.Notice, "A function's memory, timeout, concurrency, runtime or environment changes.");

    public static readonly FindingKind CrossOrigin = new(
        "cross-origin", Severity.Notice, "Pages from another origin may call the API from a browser with their users' credentials.");

    public static readonly FindingKind Left = new(
        "left", Severity.Notice, "A resource is removed from the stack but not deleted (`retainOnDelete`); nothing manages it afterwards.");

    public static readonly FindingKind Cost = new(
        "cost", Severity.Notice, "The monthly bill at the load of `--logs-per-day`, with an app's reads, changes.");

    /// <summary>Most severe first.</summary>
    public static readonly ImmutableArray<FindingKind> All =
    [
        StatefulReplacement, DataLoss, RecoveryLoss, ProtectionLoss, ExpiryChange, StreamLoss, CapacitySwitch, WidenedAccess, PublicExposure, EncryptionLoss,
        Blocked, Interruption, Rename, AlarmLost, AlarmBlunted, LogLost, RetentionShortened, ApiBreak, EventBreak,
        FunctionCode, FunctionSettings, CrossOrigin, Left, Cost,
    ];
}

internal enum Severity
{
    /// <summary>Fails the plan unless it is waived.</summary>
    Refused,

    /// <summary>Needs a review before deployment.</summary>
    Warning,

    Notice,
}
