namespace WorkoutLog.Local.Plan.Output;

/// <summary>A plan for machines: one line of JSON. <c>docs/plan.md</c> describes each member.</summary>
internal static class PlanJson
{
    public static string Write(DeploymentPlan plan) => new JsonObject
    {
        ["stack"] = plan.Stack,
        ["base"] = plan.Base,
        ["isNewStack"] = plan.IsNewStack,
        ["refused"] = plan.IsRefused,
        ["create"] = PlanSummary.Count(plan, Operation.Create),
        ["update"] = PlanSummary.Count(plan, Operation.Update),
        ["replace"] = PlanSummary.Count(plan, Operation.Replace),
        ["delete"] = PlanSummary.Count(plan, Operation.Delete),
        ["changes"] = List(plan.Changes.Select(Change)),
        ["findings"] = List(plan.Findings.Select(Finding)),
        ["waivers"] = List(plan.WaiverNotes.Select(note => new JsonObject
        {
            ["waiver"] = note.Waiver.ToString(),
            ["fault"] = Name(note.Fault),
            ["text"] = note.Text,
        })),
        ["cost"] = plan.Cost is { } cost ? Cost(cost) : null,
        ["notes"] = List(plan.Notes.Select(note => (JsonNode)note)),
    }.ToJsonString(GraphJson.Unescaped);

    private static JsonObject Change(ResourceChange change)
    {
        var rule = AwsResourceTypes.Find(change.Resource.Type)?.Replacement;
        return new JsonObject
        {
            ["operation"] = Name(change.Operation),
            ["urn"] = change.Resource.Urn,
            ["formerUrn"] = change.IsRenamed ? change.Before!.Urn : null,
            ["type"] = change.Resource.Type,
            ["name"] = change.Resource.Name,
            ["component"] = change.Resource.Parent,
            ["deletedFirst"] = change.DeletedFirst,
            ["properties"] = List(change.Properties.Select(property => new JsonObject
            {
                ["path"] = property.Path.ToString(),
                ["before"] = Value(property.Before, rule?.IsSecret(property.Path) == true),
                ["after"] = Value(property.After, rule?.IsSecret(property.Path) == true),
                ["follows"] = property.Follows,
                ["replaces"] = change.ReplacedBy.Contains(property),
            })),
            ["options"] = List(change.Options.Select(option => new JsonObject { ["name"] = option.Name, ["before"] = option.Before, ["after"] = option.After })),
        };
    }

    private static JsonNode? Value(JsonNode? value, bool isSecret) => value is null ? null : isSecret ? ValueText.Secret : value.DeepClone();

    private static JsonObject Finding(JudgedFinding judged) => new()
    {
        ["kind"] = judged.Finding.Kind.Name,
        ["severity"] = Name(judged.Finding.Kind.Severity),
        ["resource"] = judged.Finding.Resource,
        ["urn"] = judged.Finding.Urn,
        ["what"] = judged.Finding.What,
        ["refused"] = judged.IsRefused,
        ["waiver"] = judged.Waiver?.ToString(),
    };

    private static JsonObject Cost(CostChange cost) => new()
    {
        ["logsPerDay"] = cost.LogsPerDay,
        ["before"] = cost.Before is { } before ? Math.Round(before, 4) : null,
        ["after"] = Math.Round(cost.After, 4),
        ["lines"] = List(cost.Lines.Select(line => new JsonObject { ["what"] = line.What, ["difference"] = Math.Round(line.Difference, 4) })),
    };

    private static string Name(Enum value) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static JsonArray List(IEnumerable<JsonNode> items) => [.. items];
}
