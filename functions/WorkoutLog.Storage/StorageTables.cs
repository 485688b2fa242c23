namespace WorkoutLog.Storage;

/// <summary>The names of the deployed tables.</summary>
public sealed record StorageTables(string Logs, string Stats);
