namespace WorkoutLog.Functions.Tests.Model;

/// <summary>One request in the life of a workout, after the one that logged it.</summary>
public abstract record FollowUp
{
    private FollowUp()
    {
    }

    /// <summary>The first request again, under its key.</summary>
    public sealed record Replay : FollowUp;

    /// <summary>Another request under the key of the first.</summary>
    public sealed record ReuseKey : FollowUp;

    /// <param name="WithVersion">Whether the edit names the version that it replaces.</param>
    public sealed record Edit(WorkoutContent Content, bool WithVersion) : FollowUp;

    /// <summary>An edit that names a version that the workout has not.</summary>
    public sealed record StaleEdit(WorkoutContent Content) : FollowUp;

    public sealed record Delete : FollowUp;
}
