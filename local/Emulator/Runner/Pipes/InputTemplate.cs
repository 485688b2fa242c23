namespace WorkoutLog.Local.Runner.Pipes;

/// <summary>The input template of a pipe: a JSON object with JSON paths in angle brackets, each replaced by the JSON value at that path.</summary>
public sealed partial class InputTemplate
{
    private readonly ImmutableArray<string> _texts;
    private readonly ImmutableArray<RecordPath> _paths;

    private InputTemplate(ImmutableArray<string> texts, ImmutableArray<RecordPath> paths) => (_texts, _paths) = (texts, paths);

    /// <param name="owner">Owner of the template, for messages.</param>
    /// <exception cref="UserErrorException">It is not a JSON object, or has a part that a local run does not evaluate.</exception>
    public static InputTemplate Read(string text, string owner)
    {
        var template = new InputTemplate(
            [.. Placeholder().Split(text)], [.. Placeholder().Matches(text).Select(match => RecordPath.Read(match.Value[1..^1], owner))]);
        return HttpMessages.TryParse(Encoding.UTF8.GetBytes(template.Fill(_ => "null"))) is JsonObject
            ? template
            : throw new UserErrorException($"The input template of {owner} must be a JSON object with paths such as <$.eventID> in place of whole values; got {text}.");
    }

    /// <exception cref="MissingPathException">The record lacks one of the paths; AWS's behaviour is then undocumented.</exception>
    public JsonObject Render(JsonObject record) => JsonNode.Parse(Fill(path => path.Find(record).ToJsonString()))!.AsObject();

    private string Fill(Func<RecordPath, string> value)
    {
        var text = new StringBuilder(_texts[0]);
        foreach (var (path, place) in _paths.Select((path, place) => (path, place)))
        {
            text.Append(value(path)).Append(_texts[place + 1]);
        }

        return text.ToString();
    }

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Placeholder();
}

/// <summary>A JSON path of member names.</summary>
public sealed partial record RecordPath(string Text)
{
    /// <exception cref="UserErrorException">It is not a path that a local run evaluates.</exception>
    public static RecordPath Read(string text, string owner) => Form().IsMatch(text)
        ? new RecordPath(text)
        : throw new UserErrorException($"A path of {owner} must be $ and member names, such as $.dynamodb.NewImage; got {text}.");

    /// <exception cref="MissingPathException">The record has no value at the path.</exception>
    public JsonNode Find(JsonObject record) =>
        Text.Split('.').Skip(1).Aggregate((JsonNode?)record, (node, name) => (node as JsonObject)?[name]) ?? throw new MissingPathException(Text);

    [GeneratedRegex(@"^\$(\.[A-Za-z0-9_-]+)+\z")]
    private static partial Regex Form();
}

public sealed class MissingPathException(string path) : Exception($"The record has no {path}.");
