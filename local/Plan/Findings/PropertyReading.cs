using System.Globalization;
using System.Text.Json.Nodes;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Graph.Types;
using WorkoutLog.Local.Plan.Changes;

namespace WorkoutLog.Local.Plan.Findings;

/// <summary>Asks a change for what happened to one property of it.</summary>
internal static class PropertyReading
{
    /// <param name="path">Names of members, outermost first.</param>
    public static JsonNode? At(this JsonObject inputs, params ReadOnlySpan<string> path)
    {
        JsonNode? node = inputs;
        foreach (var name in path)
        {
            node = (node as JsonObject)?[name];
        }

        return node;
    }

    public static bool IsTrue(this JsonObject inputs, params ReadOnlySpan<string> path) => $"{inputs.At(path)}" == "true";

    public static double? NumberAt(this JsonObject inputs, params ReadOnlySpan<string> path) =>
        double.TryParse($"{inputs.At(path)}", NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>It was on, and is not any more.</summary>
    public static bool IsTurnedOff(this ResourceChange change, params ReadOnlySpan<string> path) =>
        change.Before!.Inputs.IsTrue(path) && !change.After!.Inputs.IsTrue(path);

    /// <summary>It was set, and is not any more.</summary>
    public static bool IsUnset(this ResourceChange change, params ReadOnlySpan<string> path) =>
        change.Before!.Inputs.At(path) is not null && change.After!.Inputs.At(path) is null;

    /// <summary>The texts of a list that were in it and are not any more.</summary>
    public static IEnumerable<string> Lost(this ResourceChange change, string list) =>
        Texts(change.Before!.Inputs, list).Except(Texts(change.After!.Inputs, list), StringComparer.Ordinal);

    public static IEnumerable<string> Texts(this JsonObject inputs, string list) =>
        inputs[list] is JsonArray items ? items.OfType<JsonValue>().Select(item => item.ToString()) : [];

    /// <summary>The last part of a type token, in words: <c>Table</c>, <c>LogGroup</c>.</summary>
    public static string Noun(this GraphResource resource) => resource.Type switch
    {
        LogGroupType.Token => "log group",
        RestApiType.Token => "API",
        "aws:backup/vault:Vault" => "backup vault",
        _ => resource.Type.Split(':')[^1].ToLowerInvariant(),
    };

    public static string Text(this double number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
