using System.Collections.Immutable;
using WorkoutLog.Local.Graph.Load;

namespace WorkoutLog.Local.Scale;

/// <summary>What the partition key of a log's items is made of.</summary>
internal enum KeyParts
{
    User,
    UserAndType,
    Type,

    /// <summary>The same for all logs of a moment: a constant, or the date.</summary>
    Moment,
}

/// <summary>A partition key for a table or an index.</summary>
/// <param name="Owner">The table, or the table and its index.</param>
/// <param name="Name">For people.</param>
/// <param name="IsOurs">As the stack declares it, not what one might have done instead.</param>
/// <param name="UnitsPerLog">Write units that a log takes under one key.</param>
/// <param name="Gigabytes">That lie in all partitions together.</param>
internal sealed record KeyDesign(string Owner, string Name, KeyParts Parts, bool IsOurs, double UnitsPerLog, double Gigabytes)
{
    /// <summary>Write units a second of one partition, and so of one key.</summary>
    public const double PartitionLimit = 1_000;

    private const double PartitionGigabytes = 10;

    // A table on demand keeps room for twice its highest load so far.
    private const double Headroom = 2;

    /// <summary>How many partitions DynamoDB has made, for the data and for the load.</summary>
    public int Partitions(double peakLogs) => (int)Math.Max(
        1, Math.Max(Math.Ceiling(Gigabytes / PartitionGigabytes), Math.Ceiling(Headroom * peakLogs * UnitsPerLog / PartitionLimit)));

    /// <summary>Ours, each followed by what one might have done instead.</summary>
    public static ImmutableArray<KeyDesign> OfAll(ImmutableArray<CapacityDemand> demands, Graph.Load.Workload load) =>
    [
        .. demands.SelectMany(demand => Of(demand.Label).Select((design, place) =>
            new KeyDesign(demand.Label, design.Name, design.Parts, place == 0, demand.WriteUnitsPerLog, demand.Gigabytes(load)))),
    ];

    private static (string Name, KeyParts Parts)[] Of(string owner) => owner switch
    {
        "logs" => [("userId", KeyParts.User), ("the date", KeyParts.Moment)],
        "logs/byType" => [("userId#type", KeyParts.UserAndType), ("the type alone", KeyParts.Type)],
        "stats" => [("userId", KeyParts.User), ("one row for all", KeyParts.Moment)],
        // Of another program: the items of a user have one key.
        _ => [("the user", KeyParts.User)],
    };
}
