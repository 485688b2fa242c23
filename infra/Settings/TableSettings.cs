namespace WorkoutLog.Infra.Settings;

/// <summary>What may differ between stacks in how tables are kept.</summary>
public sealed record TableSettings
{
    public required TableCapacity Capacity { get; init; }

    /// <summary>Restores to any second of the last 35 days.</summary>
    public required bool PointInTimeRecovery { get; init; }

    /// <summary>Neither AWS nor Pulumi deletes or replaces the tables and their key.</summary>
    public required bool DeletionProtection { get; init; }

    /// <summary>Daily backups, kept apart from the tables.</summary>
    public required bool Backups { get; init; }
}
