namespace WorkoutLog.Local.Plan.Findings;

/// <summary>What a finding does to the plan.</summary>
internal enum Severity
{
    /// <summary>Fails the plan, unless a waiver lets it pass.</summary>
    Refused,

    /// <summary>Somebody should look before it is done.</summary>
    Warning,

    /// <summary>Worth knowing.</summary>
    Notice,
}
