namespace WorkoutLog.Local.Runner;

/// <summary>Reads a specification strictly, and reports all errors together.</summary>
internal sealed class FaultSpecReader(string source)
{
    private static readonly JsonDocumentOptions _strict = new() { AllowDuplicateProperties = false };
    private readonly List<string> _errors = [];

    public FaultSpec Read(string json)
    {
        FaultSpec? spec = null;
        try
        {
            using var document = JsonDocument.Parse(json, _strict);
            spec = ReadSpec(document.RootElement);
        }
        catch (JsonException exception)
        {
            _errors.Add($"it is not JSON: {exception.Message}");
        }

        return _errors.Count == 0
            ? spec!
            : throw new UserErrorException(
                string.Join(Environment.NewLine, [$"{source} is not a valid fault specification:", .. _errors.Select(error => $"  {error}"), $"Example: {FaultSpec.Example}"]));
    }

    private FaultSpec ReadSpec(JsonElement root)
    {
        var members = new FaultMembers(root, "the specification", _errors);
        var seed = members.WholeNumber("seed", 0, int.MaxValue) ?? 0;
        members.Require("faults");
        ImmutableArray<FaultRule> rules = [.. members.List("faults").Select((rule, place) => ReadRule(rule, $"faults[{place}]")).OfType<FaultRule>()];
        members.RefuseOthers();
        return new FaultSpec(seed, rules);
    }

    // Null after an error.
    private FaultRule? ReadRule(JsonElement element, string place)
    {
        var errorsBefore = _errors.Count;
        var members = new FaultMembers(element, place, _errors);
        var action = new ActionPattern(members.Text("action") ?? "");
        string[] fitting = [.. FaultKinds.Actions.Where(action.Matches)];
        if (members.Require("action") && fitting.Length == 0)
        {
            _errors.Add($"{place}.action must match at least one of {string.Join(", ", FaultKinds.Actions)}; got \"{action.Text}\"");
        }

        var function = members.Text("function");
        var latency = members.WholeNumber("latencyMs", 1, FaultMembers.LongestLatencyMs);
        FaultRule? rule = members.Has("script") ? ReadScript(members, action, function) : ReadRandom(members, action, function);
        members.RefuseOthers();
        ImmutableArray<FaultKind> kinds = rule switch
        {
            FaultRule.Random random => [random.Kind],
            FaultRule.Script script => [.. script.Steps.OfType<FaultKind>().Distinct()],
            _ => [],
        };
        CheckKinds(kinds, fitting, latency, place);
        return _errors.Count == errorsBefore ? rule! with { Latency = TimeSpan.FromMilliseconds(latency ?? 0) } : null;
    }

    private static FaultRule.Script ReadScript(FaultMembers members, ActionPattern action, string? function)
    {
        members.Exclude("script", "kind", "rate");
        return new FaultRule.Script(action, function, [.. members.List("script").Select((step, index) => members.Step(step, $"script[{index}]"))]);
    }

    private static FaultRule.Random? ReadRandom(FaultMembers members, ActionPattern action, string? function)
    {
        var rate = members.Fraction("rate");
        if (members.Kind("kind") is not { } kind)
        {
            members.Require("kind", orElse: "script");
            return null;
        }

        if (kind == FaultKind.Down)
        {
            members.Exclude("kind \"down\"", "rate");
        }
        else
        {
            members.Require("rate");
        }

        return new FaultRule.Random(action, function, kind, rate ?? 1);
    }

    private void CheckKinds(ImmutableArray<FaultKind> kinds, string[] actions, int? latency, string place)
    {
        foreach (var kind in kinds.Where(kind => actions.Length > 0 && !actions.Any(action => FaultKinds.CanHappen(kind, action))))
        {
            _errors.Add($"{place}: {FaultKinds.NameOf(kind)} does not apply to {string.Join(", ", actions)}");
        }

        if (kinds.Contains(FaultKind.Latency) && latency is null)
        {
            _errors.Add($"{place}.latencyMs is missing; latency needs it");
        }
        else if (latency is not null && kinds.Length > 0 && !kinds.Contains(FaultKind.Latency))
        {
            _errors.Add($"{place}.latencyMs has no effect without latency");
        }
    }
}

/// <summary>The members of one object of a specification. Members that were never looked up are reported as unknown.</summary>
/// <param name="place">Path of the object, for error messages.</param>
internal sealed class FaultMembers(JsonElement element, string place, List<string> errors)
{
    public const int LongestLatencyMs = 60_000;

    private const string NoFault = "none";

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly ImmutableDictionary<string, JsonElement> _members = Read(element, place, errors);

    public bool Has(string name) => Find(name) is not null;

    public string? Text(string name) =>
        Find(name, "a string", value => value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 })?.GetString();

    public int? WholeNumber(string name, int least, int most) => Find(
        name, $"a whole number from {least} to {most}",
        value => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most)?.GetInt32();

    public double? Fraction(string name) => Find(
        name, "a number above 0 and at most 1", value => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number is > 0 and <= 1)?.GetDouble();

    /// <returns>Empty if the member is missing or invalid.</returns>
    public IEnumerable<JsonElement> List(string name) => Find(name, "an array", value => value.ValueKind == JsonValueKind.Array) is { } list ? list.EnumerateArray() : [];

    public FaultKind? Kind(string name) => Find(name) is { } value ? KindOf(value, name, FaultKinds.All.Select(FaultKinds.NameOf)) : null;

    /// <returns>Null for <c>none</c>.</returns>
    public FaultKind? Step(JsonElement step, string name) =>
        step.ValueKind == JsonValueKind.String && step.GetString() == NoFault
            ? null
            : KindOf(step, name, FaultKinds.All.Select(FaultKinds.NameOf).Append(NoFault));

    /// <param name="orElse">An alternative member.</param>
    public bool Require(string name, string? orElse = null)
    {
        if (!Has(name))
        {
            errors.Add(orElse is null ? $"{place}.{name} is missing" : $"{place} has neither {name} nor {orElse}");
        }

        return Has(name);
    }

    public void Exclude(string other, params IEnumerable<string> names) =>
        errors.AddRange(names.Where(Has).Select(name => $"{place}.{name} has no effect with {other}"));

    public void RefuseOthers() => errors.AddRange(_members.Keys.Where(name => !_known.Contains(name)).Order(StringComparer.Ordinal).Select(name =>
        $"{place} has the unknown member \"{name}\"; known members: {string.Join(", ", _known.Order(StringComparer.Ordinal))}"));

    private static ImmutableDictionary<string, JsonElement> Read(JsonElement element, string place, List<string> errors)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            return element.EnumerateObject().ToImmutableDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
        }

        errors.Add($"{place} must be an object; got {element.GetRawText()}");
        return ImmutableDictionary<string, JsonElement>.Empty;
    }

    private JsonElement? Find(string name)
    {
        _known.Add(name);
        return _members.TryGetValue(name, out var value) ? value : null;
    }

    // Null if the member is missing or invalid.
    private JsonElement? Find(string name, string expected, Func<JsonElement, bool> fits)
    {
        if (Find(name) is not { } value || fits(value))
        {
            return Find(name);
        }

        Refuse(name, value, expected);
        return null;
    }

    private FaultKind? KindOf(JsonElement value, string name, IEnumerable<string> allowed)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        if (FaultKinds.All.Where(kind => FaultKinds.NameOf(kind) == text).ToArray() is [var kind])
        {
            return kind;
        }

        Refuse(name, value, $"one of {string.Join(", ", allowed)}");
        return null;
    }

    private void Refuse(string name, JsonElement value, string expected) => errors.Add($"{place}.{name} must be {expected}; got {value.GetRawText()}");
}
