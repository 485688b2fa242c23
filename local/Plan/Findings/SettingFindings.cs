namespace WorkoutLog.Local.Plan.Findings;

/// <summary>Findings on single settings of kept resources.</summary>
internal static class SettingFindings
{
    private const string KeyOfAws = "It is encrypted with a key that AWS owns instead of the account's: you can't disable that key or audit its use.";
    private const double SecondsPerDay = 86_400;

    // From the most to the least; unset, API Gateway logs nothing.
    private static readonly string[] _gatewayLevels = ["INFO", "ERROR", "OFF", ""];
    private static readonly string[] _functionLevels = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"];

    private static readonly ImmutableArray<Rule> _rules =
    [
        When(TableType.Token, FindingKind.RecoveryLoss, Recovery),
        new(BackupPlanType.Token, FindingKind.RecoveryLoss, change => change.Before!.Inputs.Objects("rules").SelectMany(rule => BackupRule(rule, change.After!.Inputs))),
        When(BackupSelectionType.Token, FindingKind.RecoveryLoss, change => change.Lost("resources") is { } lost ? $"No more backups are made of {lost}." : null),

        Off(null, FindingKind.ProtectionLoss, "AWS no longer refuses to delete it.", "deletionProtectionEnabled"),
        OptionOff("protect", "Pulumi no longer refuses to delete or replace it."),
        OptionOff("retainOnDelete", "Pulumi deletes it from AWS when it is removed from the program."),

        When(TableType.Token, FindingKind.ExpiryChange, Expiry),
        When(TableType.Token, FindingKind.StreamLoss, Stream),
        When(PipeType.Token, FindingKind.StreamLoss, change => change.Words("desiredState") is (not "STOPPED", "STOPPED")
            ? "The pipe is stopped: changes are no longer published as events, and DynamoDB drops them after a day."
            : null),
        When(PipeType.Token, FindingKind.StreamLoss, change =>
            change.Operation == Operation.Replace && change.After!.Inputs.Word("sourceParameters", "dynamodbStreamParameters", "startingPosition") == "LATEST"
                ? "Changes that are written while the pipe is replaced are not published."
                : null),

        Off(RestApiType.Token, FindingKind.PublicExposure, "The API is also reachable at its default AWS address.", "disableExecuteApiEndpoint"),
        new(WebAclType.Token, FindingKind.PublicExposure, change => change.Properties.Select(FirewallRule)),

        Unencrypted(TableType.Token, "serverSideEncryption", "kmsKeyArn"),
        Unencrypted(LogGroupType.Token, "kmsKeyId"),
        Unencrypted(FunctionType.Token, "kmsKeyArn"),
        Unencrypted(BackupVaultType.Token, "kmsKeyArn"),
        Unencrypted(TopicType.Token, "kmsMasterKeyId"),
        Unencrypted(ParameterType.Token, "keyId"),
        Unencrypted(EventBusType.Token, "kmsKeyIdentifier"),
        Unencrypted(EventArchiveType.Token, "kmsKeyIdentifier"),
        When(QueueType.Token, FindingKind.EncryptionLoss, Messages),
        Off(KeyType.Token, FindingKind.EncryptionLoss, "The key is no longer rotated.", "enableKeyRotation"),
        When(DomainNameType.Token, FindingKind.EncryptionLoss, change => change.Words("securityPolicy") is var (before, after) && Strength(after) < Strength(before)
            ? $"The domain accepts {ValueText.OfText(after)} instead of {ValueText.OfText(before)}: callers may use an older TLS version."
            : null),
        Unset(DomainNameType.Token, FindingKind.EncryptionLoss, "Callers no longer need a client certificate.", "mutualTlsAuthentication"),

        .. new[] { MetricAlarmType.Token, CompositeAlarmType.Token }.SelectMany(type => (Rule[])
        [
            // Unset, they are on.
            When(type, FindingKind.AlarmLost, change => change.Words("actionsEnabled") is (not "false", "false") ? "The alarm still fires, but notifies nobody." : null),
            When(type, FindingKind.AlarmLost, change => change.Lost("alarmActions") is { } lost ? $"The alarm no longer notifies {lost}." : null),
        ]),
        When(MetricAlarmType.Token, FindingKind.AlarmBlunted, Threshold),
        .. new[] { "evaluationPeriods", "datapointsToAlarm", "period" }.Select(name => When(MetricAlarmType.Token, FindingKind.AlarmBlunted, change =>
            change.Rise(name) is var (before, after) ? $"The alarm fires later: {name} {before.Text()} → {after.Text()}." : null)),
        When(MetricAlarmType.Token, FindingKind.AlarmBlunted, change =>
            change.Words("treatMissingData") is ("breaching", not "breaching") ? "The alarm no longer fires when data is missing." : null),
        When(ServiceLevelObjectiveType.Token, FindingKind.AlarmBlunted, change =>
            change.Fall("goal", "attainmentGoal") is var (before, after) ? $"The objective is {after.Text()} % instead of {before.Text()} %." : null),
        When(TopicSubscriptionType.Token, FindingKind.AlarmLost, change => change.Operation == Operation.Replace
            ? $"{ValueText.Of(change.After!.Inputs["endpoint"])} receives no alarms until the new subscription is confirmed."
            : null),

        When(StageType.Token, FindingKind.LogLost, AccessLog),
        Off(StageType.Token, FindingKind.LogLost, "Requests are no longer traced.", "xrayTracingEnabled"),
        When(MethodSettingsType.Token, FindingKind.LogLost, change => IsLess(_gatewayLevels, change.Words("settings", "loggingLevel"))
            ? $"API Gateway logs {ValueText.Of(change.After!.Inputs.At("settings", "loggingLevel") ?? "nothing")} instead of {ValueText.Of(change.Before!.Inputs.At("settings", "loggingLevel"))}."
            : null),
        Off(MethodSettingsType.Token, FindingKind.LogLost, "API Gateway no longer emits metrics of each method; alarms on them have no data.", "settings", "metricsEnabled"),
        When(FunctionType.Token, FindingKind.LogLost, change => change.Words("tracingConfig", "mode") is ("Active", not "Active") ? "Invocations are no longer traced." : null),
        When(FunctionType.Token, FindingKind.LogLost, change => IsLess(_functionLevels, change.Words("loggingConfig", "applicationLogLevel"))
            ? $"The function logs only {ValueText.Of(change.After!.Inputs.At("loggingConfig", "applicationLogLevel"))} and above."
            : null),
        Unset(PipeType.Token, FindingKind.LogLost, "A change that can't be published is not kept as a dead letter.", "sourceParameters", "dynamodbStreamParameters", "deadLetterConfig"),
        // Only a key can make an event unreadable.
        When(EventBusType.Token, FindingKind.LogLost, change => change.IsUnset("deadLetterConfig") && change.After!.Inputs["kmsKeyIdentifier"] is not null
            ? "An event that the bus can't encrypt is not kept as a dead letter."
            : null),
        Kept(LogGroupType.Token, "Events", "retentionInDays"),
        Kept(EventArchiveType.Token, "Archived events", "retentionDays"),
        When(QueueType.Token, FindingKind.RetentionShortened, change => change.Fall("messageRetentionSeconds") is var (before, after)
            ? $"Messages are kept {(after / SecondsPerDay).Text()} days instead of {(before / SecondsPerDay).Text()}; older data is deleted."
            : null),
    ];

    public static IEnumerable<Finding> Of(GraphDifference difference) =>
        from rule in _rules
        from change in difference.Changes
        where change.IsKept && (rule.Type ?? change.Resource.Type) == change.Resource.Type
        from what in rule.What(change).OfType<string>()
        select Finding.Of(rule.Kind, change.Resource, what);

    /// <param name="Type">Null for all types.</param>
    /// <param name="What">Sentences on a change; null is none.</param>
    private sealed record Rule(string? Type, FindingKind Kind, Func<ResourceChange, IEnumerable<string?>> What);

    private static Rule When(string? type, FindingKind kind, Func<ResourceChange, string?> what) => new(type, kind, change => [what(change)]);

    private static Rule Off(string? type, FindingKind kind, string what, params string[] path) => When(type, kind, change => change.IsTurnedOff(path) ? what : null);

    private static Rule Unset(string type, FindingKind kind, string what, params string[] path) => When(type, kind, change => change.IsUnset(path) ? what : null);

    private static Rule Unencrypted(string type, params string[] path) => Unset(type, FindingKind.EncryptionLoss, KeyOfAws, path);

    private static Rule Kept(string type, string what, string days) => When(type, FindingKind.RetentionShortened, change =>
        Days(change.Before!, days) is var before && Days(change.After!, days) is var after && after < before
            ? $"{what} are kept {after.Text()} days instead of {OrForEver(before)}; older data is deleted."
            : null);

    private static Rule OptionOff(string name, string what) => When(
        null, FindingKind.ProtectionLoss, change => change.Options.Any(option => option.Name == name && option.After == "false") ? what : null);

    private static string? Recovery(ResourceChange change) =>
        change.IsTurnedOff("pointInTimeRecovery", "enabled") ? "Point-in-time recovery is turned off, and its continuous backups are deleted immediately."
        : change.After!.Inputs.Number("pointInTimeRecovery", "recoveryPeriodInDays") is { } days
            && days < (change.Before!.Inputs.Number("pointInTimeRecovery", "recoveryPeriodInDays") ?? 35) ? $"Point-in-time recovery covers only {days.Text()} days."
        : null;

    private static IEnumerable<string> BackupRule(JsonObject old, JsonObject plan)
    {
        var name = ValueText.OfText(old.Word("ruleName"));
        if (plan.Objects("rules").FirstOrDefault(rule => rule.Word("ruleName") == old.Word("ruleName")) is not { } now)
        {
            yield return $"The rule {name} is removed: it makes no more backups.";
            yield break;
        }

        // Without a lifecycle they never expire.
        var (kept, keeps) = (old.Number("lifecycle", "deleteAfter") ?? double.PositiveInfinity, now.Number("lifecycle", "deleteAfter") ?? double.PositiveInfinity);
        if (keeps < kept)
        {
            yield return $"Backups of the rule {name} are kept {keeps.Text()} days instead of {OrForEver(kept)}.";
        }

        if (old.Flag("enableContinuousBackup") && !now.Flag("enableContinuousBackup"))
        {
            yield return $"The rule {name} no longer backs up continuously.";
        }
    }

    private static string? Expiry(ResourceChange change)
    {
        var ((before, after), (wasOn, isOn)) = (change.Words("ttl", "attributeName"), change.Words("ttl", "enabled"));
        return isOn != "true" || (wasOn == "true" && before == after) ? null
            : $"DynamoDB deletes each item whose attribute {ValueText.OfText(after)} is a time in the past"
                + (wasOn == "true" ? $"; before, it used {ValueText.OfText(before)}." : "; before, it deleted none.");
    }

    private static string? Stream(ResourceChange change)
    {
        var (before, after) = (change.Before!.Inputs, change.After!.Inputs);
        return change.IsTurnedOff("streamEnabled") ? "The stream is turned off: its readers get no more changes, and a later stream has another ARN."
            : before.Flag("streamEnabled") && before.Word("streamViewType") != after.Word("streamViewType")
                ? $"The stream records {ValueText.Of(after["streamViewType"])} instead of {ValueText.Of(before["streamViewType"])}: DynamoDB replaces it with one that has another ARN."
            : null;
    }

    private static string? FirewallRule(PropertyChange property)
    {
        var rule = property.Path.Steps.Length > 1 && property.Path.Steps[1].IsElement ? ValueText.OfText(property.Path.Steps[1].Name) : "";
        return property.Path.Members switch
        {
            "rules" when property.After is null => $"The firewall's rule {rule} is removed.",
            "rules.action.block" or "rules.action" when property.Before is not null && !$"{property.After?.ToJsonString()}".Contains("block", StringComparison.Ordinal) =>
                $"The firewall's rule {rule} no longer blocks.",
            "rules.overrideAction.none" when property.After is null => $"The firewall's rule {rule} only counts.",
            "rules.statement.rateBasedStatement.limit" when property.Increase > 0 =>
                $"The firewall's rule {rule} lets through {property.After} requests instead of {property.Before}.",
            "rules.statement.managedRuleGroupStatement.ruleActionOverrides" when property.After is not null => $"The firewall's rule {rule} excludes {property.Path.Steps[^1].Name}.",
            _ => null,
        };
    }

    // TLS_1_0 < TLS_1_2, and SecurityPolicy_TLS13_… is the newest; unset, API Gateway uses TLS_1_2 for a regional domain.
    private static int Strength(string policy) => policy switch
    {
        "TLS_1_0" => 0,
        _ when policy.Contains("TLS13", StringComparison.Ordinal) => 2,
        _ => 1,
    };

    private static string? Threshold(ResourceChange change)
    {
        var isAbove = change.After!.Inputs.Word("comparisonOperator").StartsWith("Greater", StringComparison.Ordinal);
        return (isAbove ? change.Rise("threshold") : change.Fall("threshold")) is var (before, after)
            ? $"The alarm fires {(isAbove ? "above" : "below")} {after.Text()} instead of {before.Text()}."
            : null;
    }

    private static string? AccessLog(ResourceChange change) =>
        change.IsUnset("accessLogSettings") ? "Requests are no longer written to the access log."
        : ChangeReading.Named(Fields(change.Before!).Except(Fields(change.After!))) is { } lost ? $"The access log no longer records {lost}."
        : null;

    private static IEnumerable<string> Fields(GraphResource stage) => stage.Inputs.Document("accessLogSettings", "format")?.Select(field => field.Key) ?? [];

    private static bool IsLess(string[] levels, (string Before, string After) level) =>
        Array.IndexOf(levels, level.Before) is >= 0 and var before && Array.IndexOf(levels, level.After) > before;

    // SQS encrypts with its own key unless that is turned off.
    private static string? Messages(ResourceChange change)
    {
        var (before, after) = (change.Before!.Inputs, change.After!.Inputs);
        return after["kmsMasterKeyId"] is not null ? null
            : after.Word("sqsManagedSseEnabled") == "false" && (before["kmsMasterKeyId"] is not null || before.Word("sqsManagedSseEnabled") != "false") ? "Its messages are not encrypted."
            : before["kmsMasterKeyId"] is not null ? KeyOfAws
            : null;
    }

    // Unset or 0, they never expire.
    private static double Days(GraphResource holder, string input) => holder.Inputs.Number(input) is > 0 and var days ? days : double.PositiveInfinity;

    private static string OrForEver(double days) => double.IsInfinity(days) ? "forever" : days.Text();
}
