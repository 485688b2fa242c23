namespace WorkoutLog.Local.Plan.Changes;

/// <summary>What happens to a resource.</summary>
internal enum Operation
{
    Create,

    /// <summary>Changed in place.</summary>
    Update,

    /// <summary>Made anew and deleted.</summary>
    Replace,

    Delete,

    /// <summary>Nothing but Pulumi's own record of it changes: an option, or a name that an alias carries over.</summary>
    Record,
}
