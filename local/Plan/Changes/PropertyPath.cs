namespace WorkoutLog.Local.Plan.Changes;

/// <summary>Where in a resource's inputs a value is.</summary>
/// <param name="Steps">Names of members, indexes of lists, or the names of the elements of a list whose elements have names.</param>
internal sealed partial record PropertyPath(ImmutableArray<PathStep> Steps)
{
    // In characters; longer paths omit the steps in the middle.
    private const int Longest = 48;

    public static PropertyPath Root { get; } = new([]);

    public string Input => Steps[0].Name;

    /// <summary>Member names alone: <c>globalSecondaryIndexes.projectionType</c>.</summary>
    public string Members => string.Join('.', Steps.Where(step => !step.IsElement).Select(step => step.Name));

    /// <summary>Reads a path in Pulumi's form: <c>a.b[0]["c.d"]</c>, with <c>*</c> for any.</summary>
    public static PropertyPath Parse(string text) => new(
    [
        .. Step().Matches(text).Select(step => step.Groups["index"].Success
            ? new PathStep(step.Groups["index"].Value, IsElement: true)
            : new PathStep(step.Groups["quoted"].Success ? step.Groups["quoted"].Value : step.Groups["name"].Value, IsElement: false)),
    ]);

    public PropertyPath Member(string name) => new(Steps.Add(new PathStep(name, IsElement: false)));

    public PropertyPath Element(string name) => new(Steps.Add(new PathStep(name, IsElement: true)));

    /// <summary>The value at a path of members alone; null where there is none.</summary>
    public JsonNode? ValueIn(JsonObject inputs) => Steps.Aggregate((JsonNode?)inputs, (node, step) => (node as JsonObject)?[step.Name])?.DeepClone();

    /// <summary>Without the steps in the middle, where there are many; an element keeps the list that it is in.</summary>
    public string Short
    {
        get
        {
            var end = Steps.Length - 1;
            while (end > 0 && (Steps[end].IsElement || Steps[end - 1].IsElement))
            {
                end--;
            }

            var whole = ToString();
            return whole.Length <= Longest || end == 0 ? whole : $"{Steps[0].Name}…{new PropertyPath(Steps[end..])}";
        }
    }

    public bool Equals(PropertyPath? other) => other is not null && Steps.AsSpan().SequenceEqual(other.Steps.AsSpan());

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => string.Concat(Steps.Select((step, place) => step.IsElement ? $"[{step.Name}]" : place == 0 ? step.Name : $".{step.Name}"));

    [GeneratedRegex("""\[(?<index>[0-9]+|\*)\]|\["(?<quoted>[^"]*)"\]|(?<name>[^.\[\]]+)""")]
    private static partial Regex Step();
}

internal readonly record struct PathStep(string Name, bool IsElement);
