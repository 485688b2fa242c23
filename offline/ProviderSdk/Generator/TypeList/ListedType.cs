namespace WorkoutLog.Offline.ProviderSdk.TypeList;

/// <summary>One resource type or function of the list.</summary>
/// <param name="Token">As the engine knows it, such as <c>aws:dynamodb/table:Table</c>.</param>
/// <param name="Module">The part that names the service (<c>dynamodb</c>); empty for the provider's own (<c>index</c>).</param>
/// <param name="File">Where the npm package declares it, without extension: <c>dynamodb/table</c>.</param>
/// <param name="Name">The last part: <c>Table</c>, <c>getRegion</c>.</param>
public sealed record ListedType(string Token, string Module, string File, string Name)
{
    /// <summary>Functions begin with a small letter, resource types with a capital.</summary>
    public bool IsFunction => char.IsLower(Name[0]);

    /// <returns>Null if the text is not a token.</returns>
    public static ListedType? TryParse(string token)
    {
        if (token.Split(':') is not [{ Length: > 0 }, { Length: > 0 } place, { Length: > 0 } name])
        {
            return null;
        }

        var parts = place.Split('/');
        if (parts.Length > 2 || parts.Any(part => part.Length == 0))
        {
            return null;
        }

        var module = parts[0] == "index" ? string.Empty : parts[0];
        var file = parts.Length == 2 ? parts[1] : char.ToLowerInvariant(name[0]) + name[1..];
        return new ListedType(token, module, module.Length == 0 ? file : $"{module}/{file}", name);
    }
}
