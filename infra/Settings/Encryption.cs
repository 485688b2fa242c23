namespace WorkoutLog.Infra.Settings;

/// <summary>Whose key encrypts tables, logs, alarms and function environments.</summary>
public enum Encryption
{
    /// <summary>Keys that AWS owns: no cost, no control.</summary>
    AwsOwned,

    /// <summary>A key of this account with its own policy and rotation.</summary>
    CustomerKey,
}
