using System.Collections.Immutable;
using System.Text.Json.Nodes;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Service;

/// <summary>The event that a pipe creates from a change: its filter, template and published JSON Schema.</summary>
public static class WorkoutEvent
{
    /// <summary>The published schema, from the root of the repository.</summary>
    public const string SchemaPath = "docs/events/workout-event.schema.json";

    private const string Image = "$.dynamodb.NewImage";

    /// <summary>Path of the event's type in a record of the stream; also the <c>detail-type</c> on the bus.</summary>
    public const string TypePath = $"{Image}.{ChangeAttributes.Type}.S";

    /// <summary>In the order of the template. Every record that passes <see cref="Filter"/> has every path.</summary>
    public static ImmutableArray<EventMember> Members { get; } =
    [
        new("id", "$.eventID", Text("Identifies the change. Repeated deliveries of a change have the same id.", minLength: 1)),
        new("type", TypePath, new JsonObject { ["enum"] = List(ChangeTypes.All), ["description"] = "The kind of change, also the detail-type of the event." }),
        new("time", "$.dynamodb.ApproximateCreationDateTime", new JsonObject { ["type"] = "number", ["description"] = "When the change was stored, in seconds since 1970-01-01T00:00:00Z." }),
        new("sequence", "$.dynamodb.SequenceNumber", Digits("Orders the changes of one user: a later change has a greater number. Compare as an integer of up to 40 digits.")),
        new("userId", $"{Image}.{LogsTableSchema.PartitionKey}.S", Text("The user whose workout changed.", minLength: 1)),
        new("workoutId", $"{Image}.{ChangeAttributes.WorkoutId}.S", Text($"The workout, as in the API; empty for {ChangeTypes.Erased}.", minLength: 0)),
        new("version", $"{Image}.{ChangeAttributes.Version}.N", Digits($"The workout's version: 1 when logged, incremented by each change; 0 for {ChangeTypes.Erased}.")),
        new("new", Image, Item("The stored item after the change, with DynamoDB's type names. It describes a workout unless type is workout.deleted or user.erased.")),
        new("old", $"{Image}.{ChangeAttributes.Previous}.M", Item($"The workout before the change; empty for {ChangeTypes.Logged} and {ChangeTypes.Erased}.")),
    ];

    /// <summary>Pattern of the records that become events: only changes that the functions mark.</summary>
    public static string Filter { get; } = new JsonObject
    {
        ["dynamodb"] = new JsonObject
        {
            ["NewImage"] = new JsonObject { [ChangeAttributes.Type] = new JsonObject { ["S"] = List(ChangeTypes.All) } },
        },
    }.ToJsonString();

    /// <summary>Input template of the pipe. Placeholders are unquoted, because each is replaced by a JSON value.</summary>
    public static string Template { get; } = $"{{{string.Join(", ", Members.Select(member => $"\"{member.Name}\": <{member.Path}>"))}}}";

    /// <summary>JSON Schema, draft 2020-12, of an event's <c>detail</c>.</summary>
    public static JsonObject Schema() => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["title"] = "Workout event",
        ["description"] = "The detail of an event on the stack's bus. Later versions may add members; consumers must ignore unknown members.",
        ["type"] = "object",
        ["required"] = List(Members.Select(member => member.Name)),
        ["properties"] = new JsonObject(Members.Select(member => KeyValuePair.Create<string, JsonNode?>(member.Name, member.Schema.DeepClone()))),
        ["$defs"] = new JsonObject { ["item"] = ItemDefinition() },
    };

    // DynamoDB writes each attribute with its type, and numbers as text.
    private static JsonObject ItemDefinition() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            [LogsTableSchema.SortKey] = Attribute("S", "The workout's timestamp in UTC with microseconds, then # and a suffix."),
            [LogsTableSchema.UtcOffset] = Attribute("N", "The user's UTC offset, in minutes east."),
            [LogsTableSchema.Type] = Attribute("S", "The workout type."),
            [LogsTableSchema.Minutes] = Attribute("N", "Duration in minutes."),
            [LogsTableSchema.Calories] = Attribute("N", "Kilocalories; absent when unknown."),
            [LogsTableSchema.Distance] = Attribute("N", "Kilometres; absent when unknown."),
            [LogsTableSchema.Notes] = Attribute("S", "Absent without notes."),
            [LogsTableSchema.ExternalId] = Attribute("S", "The client's own id; absent without one."),
        },
        ["additionalProperties"] = new JsonObject { ["type"] = "object" },
    };

    private static JsonObject Attribute(string type, string description) => new()
    {
        ["type"] = "object",
        ["description"] = description,
        ["required"] = List([type]),
        ["properties"] = new JsonObject { [type] = new JsonObject { ["type"] = "string" } },
    };

    private static JsonObject Item(string description) => new() { ["$ref"] = "#/$defs/item", ["description"] = description };

    private static JsonObject Digits(string description) => new() { ["type"] = "string", ["pattern"] = "^[0-9]+$", ["description"] = description };

    private static JsonObject Text(string description, int minLength) => new() { ["type"] = "string", ["minLength"] = minLength, ["description"] = description };

    private static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)text)]);
}

/// <param name="Path">JSON path in a record of the stream.</param>
/// <param name="Schema">JSON Schema of the member.</param>
public sealed record EventMember(string Name, string Path, JsonObject Schema);
