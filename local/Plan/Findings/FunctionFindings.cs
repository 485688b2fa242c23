namespace WorkoutLog.Local.Plan.Findings;

/// <summary>Changes of code and settings of functions.</summary>
internal static class FunctionFindings
{
    private static readonly string[] _settings =
        ["architectures", "environment", "ephemeralStorage", "handler", "layers", "memorySize", "reservedConcurrentExecutions", "runtime", "timeout", "vpcConfig"];

    public static IEnumerable<Finding> Of(GraphDifference difference) => difference.ChangedOf(FunctionType.Token).SelectMany(change => OfOne(difference, change));

    private static IEnumerable<Finding> OfOne(GraphDifference difference, ResourceChange change)
    {
        var sum = change.Properties.FirstOrDefault(property => property.Path.Input == "code");
        if (sum is not null)
        {
            yield return Finding.Of(
                FindingKind.FunctionCode, change.After!, $"Its archive changes, {ValueText.Change(sum.Before, sum.After)}{Version(difference, change)}.");
        }

        var settings = change.Properties.Where(property => _settings.Contains(property.Path.Input)).ToArray();
        if (settings.Length > 0)
        {
            yield return Finding.Of(FindingKind.FunctionSettings, change.After!, $"{string.Join("; ", settings.Select(Setting))}{(sum is null ? Version(difference, change) : "")}.");
        }
    }

    private static string Setting(PropertyChange property)
    {
        const string Variables = "environment.variables.";
        var path = property.Path.ToString();
        var name = path.StartsWith(Variables, StringComparison.Ordinal) ? path[Variables.Length..] : path;
        return property.Follows is { } cause ? $"{name} follows {cause}" : $"{name} {ValueText.Change(property.Before, property.After)}";
    }

    // The alias follows in the same update, unless a version is pinned.
    private static string Version(GraphDifference difference, ResourceChange change)
    {
        var identity = ResourceIdentity.Of(difference.After, change.After!);
        var alias = difference.After.OfType(LambdaAliasType.Token).FirstOrDefault(alias => identity.IsIn($"{alias.Inputs["functionName"]}"));
        if (!change.After!.Inputs.Flag("publish") || alias is null || change.Properties.All(property => property.Path.Input == "reservedConcurrentExecutions"))
        {
            return "";
        }

        return difference.ChangesOf(LambdaAliasType.Token).Any(moved => moved.After?.Urn == alias.Urn && moved.Properties.Any(property => property.Path.Input is "functionVersion" or "routingConfig"))
            ? $"; a new version is published, and {ValueText.Of(alias.Inputs["name"])} moves to it"
            : $"; a new version is published, but {ValueText.Of(alias.Inputs["name"])} stays at version {ValueText.Of(alias.Inputs["functionVersion"])}";
    }
}
