using System.Collections.Immutable;
using System.Globalization;

namespace WorkoutLog.Local.Graph.Versions;

/// <summary>Numbers the versions that an evaluation publishes, as the AWS provider does with <c>publish = true</c>.</summary>
/// <param name="root">Archive paths start here.</param>
public sealed class VersionNumbers(PublishedVersions published, string root)
{
    private const string First = "1";

    private readonly GraphValues _values = new(root);

    /// <summary>Of a stack that is deployed for the first time: all versions are the first.</summary>
    public static VersionNumbers OfNewStack { get; } = new(PublishedVersions.None, "");

    /// <param name="functionName">Name that AWS gives the function.</param>
    /// <param name="inputs">As registered.</param>
    public string Of(string functionName, ImmutableDictionary<string, object> inputs) => published.Latest.ContainsKey(functionName)
        ? published.NumberOf(functionName, VersionDigest.Of(_values.ToJson(inputs))).ToString(CultureInfo.InvariantCulture)
        : First;
}
