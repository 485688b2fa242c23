using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkoutLog.Local.Plan.Changes;

namespace WorkoutLog.Local.Plan.Replacement;

/// <summary>What the providers do when an input changes, as <c>replacements.json</c> says it.</summary>
/// <param name="Providers">Package to the version whose schema was read.</param>
/// <param name="Types">Type token to what is known of it.</param>
internal sealed record ReplacementRules(FrozenDictionary<string, ProviderFacts> Providers, FrozenDictionary<string, TypeRule> Types)
{
    private const string Resource = "WorkoutLog.Local.Plan.Replacement.replacements.json";

    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly Lazy<ReplacementRules> _rules = new(Read);

    public static ReplacementRules Load() => _rules.Value;

    /// <exception cref="UserErrorException">Nothing is known of the type.</exception>
    public TypeRule Of(string type) => Types.GetValueOrDefault(type) ?? throw new UserErrorException(
        $"Which inputs replace a resource of type {type} is not known. Write it into local/Plan/Replacement/replacements.json, from the provider's schema.");

    private static ReplacementRules Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        var document = JsonSerializer.Deserialize<RulesDocument>(stream, _options)!;
        return new ReplacementRules(
            document.Providers.ToFrozenDictionary(StringComparer.Ordinal), document.Types.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private sealed record RulesDocument(Dictionary<string, ProviderFacts> Providers, Dictionary<string, TypeRule> Types);
}

/// <param name="Version">Of the Pulumi provider.</param>
/// <param name="Source">Where the facts were read.</param>
internal sealed record ProviderFacts(string Version, string Source);

/// <summary>What is known of one resource type.</summary>
/// <param name="ReplacedBy">Inputs, or members of inputs, of which any change replaces the resource.</param>
/// <param name="ReplacedByDecrease">Numbers that replace the resource when they get smaller.</param>
/// <param name="ReplacedByStep">Inputs that replace the resource when they go from the first value to the second.</param>
/// <param name="NamedBy">The input that Pulumi fills with a name of its own when it is left out; null for a type without one.</param>
/// <param name="Holds">What is lost with the resource, as in "the table's items"; null where nothing is.</param>
/// <param name="Secret">Inputs that the provider keeps secret.</param>
/// <param name="WhenReplaced">Why a replacement is no harm; null where there is nothing to say.</param>
internal sealed record TypeRule(
    ImmutableArray<string> ReplacedBy,
    ImmutableArray<string> ReplacedByDecrease,
    ImmutableDictionary<string, ImmutableArray<string>>? ReplacedByStep,
    string? NamedBy,
    string? Holds,
    ImmutableArray<string> Secret,
    string? WhenReplaced)
{
    public bool IsReplacedBy(PropertyChange change)
    {
        var members = change.Path.Members;
        return IsIn(ReplacedBy, members)
            || (IsIn(ReplacedByDecrease, members) && change.Before is not null && change.After is not null && Number(change.After) < Number(change.Before))
            || (ReplacedByStep?.GetValueOrDefault(members) is [var from, var to] && $"{change.Before}" == from && $"{change.After}" == to);
    }

    public bool IsSecret(PropertyPath path) => IsIn(Secret, path.Members);

    /// <summary>A name that the program gives is taken as long as the old resource has it, so that one must go first.</summary>
    /// <param name="inputs">Of the resource as it will be.</param>
    public bool IsDeletedFirst(JsonObject inputs) => NamedBy is not null && inputs[NamedBy] is not null;

    private static bool IsIn(ImmutableArray<string> inputs, string members) =>
        !inputs.IsDefault && inputs.Any(input => members == input || members.StartsWith($"{input}.", StringComparison.Ordinal));

    private static double Number(JsonNode node) => node.GetValueKind() == JsonValueKind.Number ? node.GetValue<double>() : 0;
}
