namespace WorkoutLog.Local.Plan.Findings;

/// <summary>Changes that break consumers of events, and targets outside the stack.</summary>
internal static partial class EventFindings
{
    private static readonly (string Name, string[] Path)[] _envelope =
    [
        ("source", ["targetParameters", "eventbridgeEventBusParameters", "source"]),
        ("detail type", ["targetParameters", "eventbridgeEventBusParameters", "detailType"]),
    ];

    public static IEnumerable<Finding> Of(GraphDifference difference) =>
    [
        .. from bus in difference.ChangedOf(EventBusType.Token)
           where bus.Properties.Any(property => property.Path.Input == "name")
           select Finding.Of(FindingKind.EventBreak, bus.After!, $"The bus is named {Changed(bus, "name")}: rules and publishers that use the old name fail."),
        .. from pipe in difference.ChangedOf(PipeType.Token)
           from what in Breaks(pipe)
           select Finding.Of(FindingKind.EventBreak, pipe.After!, what),
        .. from pipe in difference.ChangesOf(PipeType.Token)
           where pipe.After is not null && Leaves(difference, pipe)
           select Finding.Of(FindingKind.PublicExposure, pipe.Resource, $"The events are sent to {ValueText.Of(pipe.Resource.Inputs["target"])}, which is not a bus of the stack."),
    ];

    private static IEnumerable<string> Breaks(ResourceChange pipe) =>
    [
        .. Template(pipe),
        .. _envelope.Where(part => pipe.Words(part.Path) is var (before, after) && before != after)
            .Select(part => $"The {part.Name} of the events is {Changed(pipe, part.Path)}: rules for the old one no longer match."),
        .. Patterns(pipe.Before!).ToArray() is var before && Patterns(pipe.After!).ToArray() is var after
            && (before.Length == 0 ? after.Length > 0 : before.Except(after).Any())
            ? ["The pipe's filter changes: consumers can miss events."]
            : Array.Empty<string>(),
        // A stream that follows its replaced table is still that table's.
        .. pipe.Properties.Any(property => property is { Path.Input: "source", Follows: null })
            ? ["The events come from another stream."]
            : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Template(ResourceChange pipe)
    {
        string[] path = ["targetParameters", "inputTemplate"];
        var (old, now) = pipe.Words(path);
        return old == now ? []
            : Members(old) is { } before && Members(now) is { } after
                ? PropertyDifferences.Between(before, after)
                    // A consumer ignores members that it does not know.
                    .Where(member => member.Before is not null)
                    .Select(member => member.After is null
                        ? $"The member {member.Path} of the events is removed."
                        : $"The member {member.Path} of the events is {ValueText.Of(member.After)} instead of {ValueText.Of(member.Before)}.")
                : [now.Length == 0 ? "The events are the records of the stream, without a template." : "The template of the events changes."];
    }

    /// <returns>Null if the template is not a JSON object.</returns>
    private static JsonObject? Members(string template) => GraphProperties.Document(
        JsonValue.Create(TextOrPlaceholder().Replace(template, match => match.Value[0] == '<' ? JsonValue.Create(match.Value).ToJsonString() : match.Value)));

    // Normalised, so that whitespace does not count.
    private static IEnumerable<string> Patterns(GraphResource pipe) =>
        pipe.Inputs.At("sourceParameters", "filterCriteria") is JsonObject criteria
            ? criteria.Objects("filters").Select(filter => (GraphProperties.Document(filter["pattern"]) ?? filter["pattern"])?.ToJsonString() ?? "")
            : [];

    private static bool Leaves(GraphDifference difference, ResourceChange pipe) =>
        pipe.After!.Inputs.Word("target") is var target
        && pipe.Before?.Inputs.Word("target") != target
        && !difference.After.OfType(EventBusType.Token).Any(bus => bus.Outputs.Text("arn") == target);

    private static string Changed(ResourceChange change, params string[] path) =>
        $"{ValueText.Of(change.After!.Inputs.At(path) ?? "nothing")} instead of {ValueText.Of(change.Before!.Inputs.At(path) ?? "nothing")}";

    // A placeholder takes the place of a JSON value; within quotes it is part of a text.
    [GeneratedRegex("""
        "(?:\\.|[^"\\])*"|<[^<>]*>
        """)]
    private static partial Regex TextOrPlaceholder();
}
