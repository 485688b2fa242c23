using System.Text.Json.Nodes;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.Cli;

/// <summary>What a reader wants to see of a resource at a glance.</summary>
internal static class ResourceFacts
{
    public static IEnumerable<string> Of(GraphResource resource)
    {
        var inputs = resource.Inputs;
        IEnumerable<string> facts = resource.Type switch
        {
            "aws:dynamodb/table:Table" => [Text(inputs, "billingMode"), .. Capacity(inputs)],
            "aws:appautoscaling/target:Target" => [Text(inputs, "scalableDimension"), $"{Text(inputs, "minCapacity")}–{Text(inputs, "maxCapacity")}"],
            "aws:lambda/function:Function" => [Text(inputs, "runtime"), $"{Text(inputs, "memorySize")} MiB", $"{Text(inputs, "timeout")} s", Archive(inputs)],
            "aws:lambda/permission:Permission" => [WithoutAccount(Text(inputs, "sourceArn"))],
            "aws:cloudwatch/logGroup:LogGroup" => [$"{Text(inputs, "retentionInDays")} days"],
            "aws:ssm/parameter:Parameter" => [$"{Text(inputs, "name")} = {Text(inputs, "value")}"],
            "aws:iam/rolePolicy:RolePolicy" => Statements(inputs),
            _ => [],
        };
        return [.. facts, .. resource.Options.Protect ? ["protected"] : Array.Empty<string>(), .. resource.Options.RetainOnDelete ? ["retained"] : Array.Empty<string>()];
    }

    private static IEnumerable<string> Capacity(JsonObject inputs) =>
        inputs["readCapacity"] is null ? [] : [$"{Text(inputs, "readCapacity")} RCU", $"{Text(inputs, "writeCapacity")} WCU"];

    private static string Archive(JsonObject inputs) => $"sha256 {inputs["code"]?["archive"]?["sha256"]?.ToString()[..12]}";

    private static IEnumerable<string> Statements(JsonObject inputs)
    {
        var policy = JsonNode.Parse(Text(inputs, "policy"))!;
        return policy["Statement"]!.AsArray().Select(statement =>
            $"{statement!["Effect"]} {Join(statement["Action"])} on {Join(statement["Resource"], WithoutAccount)}");
    }

    private static string Join(JsonNode? list, Func<string, string>? shorten = null) =>
        string.Join(", ", list!.AsArray().Select(item => shorten is null ? item!.ToString() : shorten(item!.ToString())));

    // All ARNs of a stack share region and account; the rest is what tells them apart.
    private static string WithoutAccount(string arn) => arn.Split(':', 6) is [_, _, var service, _, _, var name] ? $"{service}:{name}" : arn;

    private static string Text(JsonObject inputs, string name) => inputs[name]?.ToString() ?? "";
}
