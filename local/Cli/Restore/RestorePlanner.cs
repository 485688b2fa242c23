using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Restore.Steps;

namespace WorkoutLog.Local.Restore;

/// <summary>Makes the plan of a stack from its graph.</summary>
internal static class RestorePlanner
{
    private const string Selection = "aws:backup/selection:Selection";

    /// <summary>Where the tables of a stack can be restored from, the better one first.</summary>
    public static IReadOnlyList<RestoreSource> SourcesOf(ResourceGraph graph) =>
    [
        .. DeclaredTable.In(graph).All(table => table.PointInTimeRecovery) ? [RestoreSource.PointInTime] : Array.Empty<RestoreSource>(),
        .. graph.Resources.Any(resource => resource.Type == Selection) ? [RestoreSource.Vault] : Array.Empty<RestoreSource>(),
    ];

    /// <param name="only">The one table that is restored; null for all.</param>
    public static RestorePlan Make(ResourceGraph graph, string region, RestoreSource source, DateTimeOffset at, string? only)
    {
        var tables = DeclaredTable.In(graph);
        var request = new RestoreRequest(graph.Stack, region, source, at, tables, [.. tables.Where(table => only is null || table.Name == only)]);
        return new RestorePlan(request.Stack, region, source, at, [.. request.Tables.Select(table => table.Name)],
        [
            Preparation.Decide(request),
            Preparation.Names(request),
            Preparation.StopWriters(),
            .. source == RestoreSource.PointInTime ? PointInTime.Of(request) : Vault.Of(request),
            Verification.Of(request),
            CopyBack.Of(),
            LostSettings.Of(request),
            Replacement.Mend(),
            Replacement.EditState(request),
            Replacement.Update(request),
            Preparation.LetWritersIn(graph),
            Verification.InService(),
            CopyBack.CleanUp(request),
            Replacement.Afterwards(request),
        ]);
    }
}
