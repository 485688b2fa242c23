using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkoutLog.Local.Restore;

/// <summary>A plan for machines: one line of JSON.</summary>
internal static class RestoreJson
{
    private static readonly JsonSerializerOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(RestorePlan plan) => new JsonObject
    {
        ["stack"] = plan.Stack,
        ["region"] = plan.Region,
        ["source"] = Name(plan.Source),
        ["at"] = RestoreTime.Text(plan.At),
        ["tables"] = Texts(plan.Tables),
        ["steps"] = new JsonArray([.. plan.Steps.Select(step => new JsonObject
        {
            ["title"] = step.Title,
            ["way"] = step.Way is { } way ? Name(way) : null,
            ["why"] = Texts(step.Why),
            ["commands"] = step.Commands,
        })]),
    }.ToJsonString(_readable);

    private static string Name(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
