using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Local.Import;
using WorkoutLog.Local.Import.Files;

namespace WorkoutLog.Local.Tests.Import;

/// <summary>Reads and plans as the command does, for a stack with the usual types in the zone of Vienna.</summary>
internal static class Imports
{
    public const string User = "athlete-1";

    public static readonly ReadOptions Vienna = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Vienna"), KmPerUnit: 1);

    public static readonly string[] Types = ["RUN", "CYCLE", "SWIM", "WALK", "ROW", "STRENGTH", "YOGA", "HIIT"];

    public static string Samples { get; } = Sandbox.Fixture("Import/Samples");

    public static async Task<ReadFiles> ReadAsync(string folder, params string[] paths) =>
        await ReadFiles.ReadAsync(SourceFiles.Find(folder, paths.Length == 0 ? ["."] : paths).Files, Vienna, CancellationToken.None);

    public static ImportPlan Plan(IEnumerable<SourceRow> rows, params (string Word, string Type)[] mapped) => ImportPlan.Of(
        rows, User, new WorkoutTypeMap(Types, mapped.Select(pair => KeyValuePair.Create(pair.Word, pair.Type))), new WorkoutRules([.. WorkoutLimit.All.Select(limit => limit.Default)], Types), new FixedClock(new DateTimeOffset(2026, 5, 9, 7, 30, 0, TimeSpan.Zero)));
}
