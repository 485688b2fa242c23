namespace WorkoutLog.Local.Tests.Plan.Findings;

/// <summary>A change of a stack that has everything, and what a plan must find in it.</summary>
/// <param name="Kind">Of the one finding that is expected of the resource.</param>
/// <param name="Change">From the graph before to the one after.</param>
/// <param name="Reversible">Whether the same change backwards is none of that kind.</param>
public sealed record FindingCase(string Kind, string Place, string What, Func<ResourceGraph, ResourceGraph> Change, bool Reversible = true)
{
    private const string Account = "arn:aws:iam::123456789012:root";

    internal static readonly ImmutableArray<FindingCase> All =
    [
        new("stateful-replacement", "logs", "`pulumi up` makes an empty one, then deletes the table, and with it its items, because hashKey changes.",
            graph => graph.WithInputs("Table", "logs", inputs => inputs["hashKey"] = "user"), Reversible: false),
        new("stateful-replacement", "observability-QueryWorkouts", "`pulumi up` deletes the log group, and with it its log events, then makes an empty one, because logGroupClass changes.",
            graph => graph.WithInputs("LogGroup", "observability-QueryWorkouts", inputs => inputs["logGroupClass"] = "INFREQUENT_ACCESS"), Reversible: false),
        new("data-loss", "stats", "`pulumi up` deletes the table, and with it its items.", graph => graph.Without("Table", "stats")),
        new("data-loss", "key", "`pulumi up` schedules the deletion of the key in 30 days, and with it what it encrypts, which nobody can read without it.", graph => graph.Without("Key", "key")),
        new("recovery-loss", "stats", "Point-in-time recovery is turned off, and what it kept of the last days is deleted at once.",
            graph => graph.WithInputs("Table", "stats", inputs => inputs["pointInTimeRecovery"]!["enabled"] = false)),
        new("recovery-loss", "stats", "Point-in-time recovery reaches back 7 days only.",
            graph => graph.WithInputs("Table", "stats", inputs => inputs["pointInTimeRecovery"]!["recoveryPeriodInDays"] = 7)),
        new("recovery-loss", "backup", "Backups of the rule daily are kept 7 days instead of 35.",
            graph => graph.WithInputs("Plan", "backup", inputs => inputs["rules"]![0]!["lifecycle"]!["deleteAfter"] = 7)),
        new("recovery-loss", "backup", "The rule daily goes: no more backups are made by it.", graph => graph.WithInputs("Plan", "backup", inputs => inputs["rules"] = new JsonArray())),
        new("recovery-loss", "backup", "No more backups are made.", graph => graph.Without("Plan", "backup")),
        new("recovery-loss", "backup-tables", "Nothing is selected for backups any more.", graph => graph.Without("Selection", "backup-tables")),
        new("protection-loss", "stats", "AWS no longer refuses to delete it.", graph => graph.WithInputs("Table", "stats", inputs => inputs["deletionProtectionEnabled"] = false)),
        new("protection-loss", "stats", "Pulumi no longer refuses to delete or replace it.", graph => graph.WithOptions("Table", "stats", options => options with { Protect = false })),
        new("protection-loss", "api-logging-role", "Pulumi deletes it at AWS when the program no longer has it.", graph => graph.WithOptions("Role", "api-logging-role", options => options with { RetainOnDelete = false })),
        new("expiry-change", "logs", "DynamoDB deletes each item whose attribute workoutTimestamp is a time in the past; it went by expiresAt.",
            graph => graph.WithInputs("Table", "logs", inputs => inputs["ttl"]!["attributeName"] = "workoutTimestamp"), Reversible: false),
        new("expiry-change", "stats", "DynamoDB deletes each item whose attribute o is a time in the past; until now it deleted none.",
            graph => graph.WithInputs("Table", "stats", inputs => inputs["ttl"] = new JsonObject { ["attributeName"] = "o", ["enabled"] = true })),
        new("stream-loss", "logs", "The stream is turned off: its readers hear of no more changes, and one that is turned on later has another ARN.",
            graph => graph.WithInputs("Table", "logs", inputs => inputs["streamEnabled"] = false)),
        new("stream-loss", "logs", "The stream tells KEYS_ONLY instead of NEW_AND_OLD_IMAGES: DynamoDB ends it and begins another, with another ARN.",
            graph => graph.WithInputs("Table", "logs", inputs => inputs["streamViewType"] = "KEYS_ONLY"), Reversible: false),
        new("widened-access", "QueryWorkouts-role", "The role may dynamodb:* on arn:aws:dynamodb:us-east-1:123456789012:table/stats-851a236.",
            graph => graph.WithDocument("RolePolicy", "stats-QueryWorkouts-role", "policy", policy => policy["Statement"]![0]!["Action"] = "dynamodb:*")),
        new("widened-access", "QueryWorkouts-role", "The role may dynamodb:Query on arn:aws:dynamodb:us-east-1:123456789012:table/*.",
            graph => graph.WithDocument("RolePolicy", "stats-QueryWorkouts-role", "policy", policy => policy["Statement"]![0]!["Resource"] = "arn:aws:dynamodb:us-east-1:123456789012:table/*")),
        new("widened-access", "QueryWorkouts-role", "The role may kms:Decrypt on arn:aws:kms:us-east-1:123456789012:key/c9c6458f-89a9-817d-ed66-c73f69e53f7c.",
            graph => graph.WithDocument("RolePolicy", "key-use-QueryWorkouts-role", "policy", policy => policy["Statement"]![0]!.AsObject().Remove("Condition"))),
        new("widened-access", "QueryWorkouts-role", "The role may be taken on by arn:aws:iam::123456789012:root: sts:AssumeRole.",
            graph => graph.WithDocument("Role", "QueryWorkouts-role", "assumeRolePolicy", policy => policy["Statement"]![0]!["Principal"] = new JsonObject { ["Service"] = "lambda.amazonaws.com", ["AWS"] = Account })),
        new("widened-access", "QueryWorkouts-role", "The role has all rights of arn:aws:iam::aws:policy/AdministratorAccess.",
            graph => graph.WithInputs("Role", "QueryWorkouts-role", inputs => inputs["managedPolicyArns"] = new JsonArray("arn:aws:iam::aws:policy/AdministratorAccess"))),
        .. FindingCasesOfTheApi.All,
        .. FindingCasesOfOperations.All,
    ];
}
