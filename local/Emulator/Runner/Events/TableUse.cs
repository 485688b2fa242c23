namespace WorkoutLog.Local.Runner.Events;

/// <summary>What one call did to one table.</summary>
/// <param name="Table">Name in AWS.</param>
/// <param name="ReadUnits">Consumed capacity, as the answer tells it.</param>
/// <param name="ReadThrottles">Reads that found no capacity; in a transaction each item counts.</param>
/// <param name="Conflicts">Items that another transaction held.</param>
public sealed record TableUse(string Table, double ReadUnits, double WriteUnits, int ReadThrottles, int WriteThrottles, int Conflicts);
