namespace WorkoutLog.Local.Scale;

/// <summary>The parts of a partition key.</summary>
internal enum KeyParts
{
    User,
    UserAndType,
    Type,

    /// <summary>The same for all logs at a time: a constant, or the date.</summary>
    Moment,
}

/// <summary>A partition key for a table or an index.</summary>
/// <param name="Owner">The table, or the table and its index.</param>
/// <param name="IsDeclared">Whether the stack declares it; otherwise it is an alternative for comparison.</param>
/// <param name="UnitsPerLog">Write units that a log takes under one key.</param>
/// <param name="Gigabytes">Data in all partitions together.</param>
internal sealed record KeyDesign(string Owner, string Name, KeyParts Parts, bool IsDeclared, double UnitsPerLog, double Gigabytes)
{
    /// <summary>Write units per second of one partition, and so of one key.</summary>
    public const double PartitionLimit = TablePartitions.WriteUnits;

    /// <summary>The number of partitions that DynamoDB needs for the data and the load.</summary>
    public int Partitions(double peakLogs) => TablePartitions.Of(Gigabytes, peakLogs * UnitsPerLog);

    /// <summary>The declared designs, each followed by an alternative.</summary>
    public static ImmutableArray<KeyDesign> OfAll(ResourceGraph graph, Workload load)
    {
        var demand = Demand.Of(graph);
        return
        [
            .. from table in graph.OfType(TableType.Token)
               from owner in demand.CapacityOf(table)
               from design in (demand is MeasuredDemand ? Known(owner.Label) : null) ?? [(KeyOf(table, owner.Index), KeyParts.User, true)]
               select new KeyDesign(owner.Label, design.Name, design.Parts, design.IsDeclared, owner.WriteUnitsPerLog, owner.Gigabytes(load)),
        ];
    }

    private static (string Name, KeyParts Parts, bool IsDeclared)[]? Known(string owner) => owner switch
    {
        "logs" => [("userId", KeyParts.User, true), ("the date", KeyParts.Moment, false)],
        "logs/byType" => [("userId#type", KeyParts.UserAndType, true), ("the type alone", KeyParts.Type, false)],
        "stats" => [("userId", KeyParts.User, true), ("one row for all", KeyParts.Moment, false)],
        _ => null,
    };

    // Unknown tables are assumed to have one key per user.
    private static string KeyOf(GraphResource table, string? index)
    {
        var owner = index is null ? table.Inputs : table.Inputs.Objects("globalSecondaryIndexes").Single(one => one.Text("name") == index);
        return owner.Objects("keySchemas").FirstOrDefault(key => key.Text("keyType") == "HASH")?.Text("attributeName") ?? owner.Word("hashKey");
    }
}
