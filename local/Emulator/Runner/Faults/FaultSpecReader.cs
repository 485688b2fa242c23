using System.Collections.Immutable;
using System.Text.Json;

namespace WorkoutLog.Local.Runner.Faults;

/// <summary>Reads a specification strictly, to its end, and then names every error.</summary>
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
                string.Join(Environment.NewLine, [$"{source} is no specification of faults:", .. _errors.Select(error => $"  {error}"), $"Example: {FaultSpec.Example}"]));
    }

    private FaultSpec ReadSpec(JsonElement root)
    {
        var members = new FaultMembers(root, "the specification", _errors);
        var seed = members.WholeNumber("seed", 0, int.MaxValue) ?? 0;
        var rules = members.List("faults")?.Select((rule, place) => ReadRule(rule, $"faults[{place}]")).OfType<FaultRule>().ToImmutableArray();
        if (rules is null)
        {
            members.Require("faults");
        }

        members.RefuseOthers();
        return new FaultSpec(seed, rules ?? []);
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
            _errors.Add($"{place}.action is \"{action.Text}\"; it must fit at least one of {string.Join(", ", FaultKinds.Actions)}");
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
        return new FaultRule.Script(action, function, [.. (members.List("script") ?? []).Select((step, index) => members.Step(step, $"script[{index}]"))]);
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
            members.Exclude("kind \"down\", which lasts,", "rate");
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
            _errors.Add($"{place}: {FaultKinds.NameOf(kind)} can't happen to {string.Join(", ", actions)}");
        }

        if (kinds.Contains(FaultKind.Latency) && latency is null)
        {
            _errors.Add($"{place}.latencyMs is missing, which latency needs");
        }
        else if (latency is not null && kinds.Length > 0 && !kinds.Contains(FaultKind.Latency))
        {
            _errors.Add($"{place}.latencyMs means nothing without latency");
        }
    }
}
