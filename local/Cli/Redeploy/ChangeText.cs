namespace WorkoutLog.Local.Cli.Redeploy;

/// <summary>Prints the changes of a deployment.</summary>
internal static class ChangeText
{
    public static void Write(DeploymentChanges changes, IAnsiConsole console)
    {
        console.WriteLine($"Deployment {changes.Deployment} of '{changes.Stack}' is live{(changes.IsEmpty ? "; nothing changed." : ":")}");
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(2)).AddColumn();
        foreach (var (kind, text) in Rows(changes))
        {
            grid.AddRow(new Text(kind), new Text(text));
        }

        grid.Collapse();
        console.Write(grid);
    }

    private static IEnumerable<(string Kind, string Text)> Rows(DeploymentChanges changes) =>
    [
        .. changes.Versions.Select(version => ("version", $"{version.Function} {version.Version}{InBrackets(version.Inputs)}")),
        .. changes.Aliases.Select(alias => ("alias", $"{alias.Alias} of {alias.Function}: {alias.Before ?? "none"} → {alias.Now ?? "none"}")),
        .. changes.Routes.Select(route => ("route", $"{Word(route.Kind)} {route.Route}")),
        .. changes.Resources.OrderBy(resource => resource.Type, StringComparer.Ordinal).Select(Row),
    ];

    private static (string Kind, string Text) Row(ResourceChange resource) => resource.Type == ParameterType.Token
        ? ("parameter", $"{Word(resource.Kind)} {resource.Name}{string.Concat(resource.Details.Select(values => $": {values}"))}")
        : (JsonNamingPolicy.CamelCase.ConvertName(resource.Type.Split(':')[^1]), $"{Word(resource.Kind)} {resource.Name}{InBrackets(resource.Details)}");

    private static string InBrackets(ImmutableArray<string> parts) => parts.IsEmpty ? "" : $" ({string.Join(", ", parts)})";

    private static string Word(ChangeKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}
