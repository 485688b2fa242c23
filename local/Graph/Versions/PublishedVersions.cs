using System.Text.Json.Serialization;

namespace WorkoutLog.Local.Graph.Versions;

/// <summary>The versions that Lambda has published before the program is evaluated.</summary>
/// <param name="Latest">The function's name at AWS to its newest version; missing if never published.</param>
public sealed record PublishedVersions(ImmutableDictionary<string, LatestVersion> Latest)
{
    /// <summary>Of a new stack.</summary>
    public static PublishedVersions None { get; } = new(ImmutableDictionary.Create<string, LatestVersion>(StringComparer.Ordinal));

    /// <summary>The version of a function after deployment: the newest one if nothing changed, else the next.</summary>
    /// <param name="digest">Of the function's declaration; see <see cref="VersionDigest"/>.</param>
    public int NumberOf(string functionName, string digest) => Latest.GetValueOrDefault(functionName) switch
    {
        null => 1,
        var latest when latest.Digest == digest => latest.Number,
        var latest => latest.Number + 1,
    };
}

/// <param name="Number">From 1.</param>
public sealed record LatestVersion(int Number, string Digest);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PublishedVersions))]
internal sealed partial class PublishedVersionsJson : JsonSerializerContext;

/// <summary>Numbers the versions that an evaluation publishes, as the AWS provider does with <c>publish = true</c>.</summary>
/// <param name="root">Archive paths start here.</param>
public sealed class VersionNumbers(PublishedVersions published, string root)
{
    private const string First = "1";

    private readonly GraphValues _values = new(root);

    /// <summary>Of a new stack: every version is the first.</summary>
    public static VersionNumbers OfNewStack { get; } = new(PublishedVersions.None, "");

    public string Of(string functionName, ImmutableDictionary<string, object> inputs) => published.Latest.ContainsKey(functionName)
        ? published.NumberOf(functionName, VersionDigest.Of(_values.ToJson(inputs))).ToString(CultureInfo.InvariantCulture)
        : First;
}
