namespace WorkoutLog.Local.Restore;

/// <summary>Where the data is taken from.</summary>
internal enum RestoreSource
{
    /// <summary>DynamoDB's point-in-time recovery: any second.</summary>
    PointInTime,

    /// <summary>The stack's vault of AWS Backup: once a day; also where a table is gone.</summary>
    Vault,
}
