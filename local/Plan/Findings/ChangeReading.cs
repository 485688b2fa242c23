namespace WorkoutLog.Local.Plan.Findings;

/// <summary>Reads from the change of a kept resource what happened to one property.</summary>
internal static class ChangeReading
{
    /// <summary>The property before and after, as text.</summary>
    /// <param name="path">Names of members, outermost first.</param>
    public static (string Before, string After) Words(this ResourceChange change, params string[] path) =>
        (change.Before!.Inputs.Word(path), change.After!.Inputs.Word(path));

    public static bool IsTurnedOff(this ResourceChange change, params string[] path) => change.Words(path) is ("true", not "true");

    /// <summary>It was set and no longer is.</summary>
    public static bool IsUnset(this ResourceChange change, params string[] path) =>
        change.Before!.Inputs.At(path) is not null && change.After!.Inputs.At(path) is null;

    public static (double Before, double After)? Rise(this ResourceChange change, params string[] path) =>
        (change.Before!.Inputs.Number(path), change.After!.Inputs.Number(path)) is ({ } before, { } after) && after > before ? (before, after) : null;

    /// <inheritdoc cref="Rise"/>
    public static (double Before, double After)? Fall(this ResourceChange change, params string[] path) =>
        (change.Before!.Inputs.Number(path), change.After!.Inputs.Number(path)) is ({ } before, { } after) && after < before ? (before, after) : null;

    /// <summary>The texts removed from a list, joined; null for none.</summary>
    public static string? Lost(this ResourceChange change, string list) => Named(change.Before!.Inputs.Texts(list).Except(change.After!.Inputs.Texts(list)));

    /// <returns>Null for none.</returns>
    public static string? Named(IEnumerable<string> texts) => texts.Select(Documents.ValueText.OfText).ToArray() is { Length: > 0 } named ? string.Join(", ", named) : null;

    /// <summary>The resource type as a noun: <c>table</c>, <c>log group</c>.</summary>
    public static string Noun(this GraphResource resource) => resource.Type switch
    {
        LogGroupType.Token => "log group",
        RestApiType.Token => "API",
        BackupVaultType.Token => "backup vault",
        EventArchiveType.Token => "event archive",
        EventBusType.Token => "event bus",
        _ => resource.Type.Split(':')[^1].ToLowerInvariant(),
    };

    public static string Text(this double number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
