namespace WorkoutLog.Contracts;

/// <summary>
/// Attributes of items in the logs table that mark a change in the table's stream. Functions write them; the stack's pipe turns every
/// record that has <see cref="Type"/> into an event.
/// </summary>
public static class ChangeAttributes
{
    /// <summary>String: one of <see cref="ChangeTypes"/>.</summary>
    public const string Type = "change";

    /// <summary>String: the workout's id as the API returns it; empty for <see cref="ChangeTypes.Erased"/>.</summary>
    public const string WorkoutId = "id";

    /// <summary>Number: the workout's version after the change; each change adds 1, including the deletion; 0 for <see cref="ChangeTypes.Erased"/>.</summary>
    public const string Version = "version";

    /// <summary>Map: the workout's attributes before the change; empty for a new workout and for <see cref="ChangeTypes.Erased"/>.</summary>
    public const string Previous = "previous";
}

/// <summary>The types of changes in events.</summary>
public static class ChangeTypes
{
    public const string Logged = "workout.logged";

    public const string Replaced = "workout.replaced";

    /// <summary>Replaced, with another timestamp.</summary>
    public const string Moved = "workout.moved";

    public const string Deleted = "workout.deleted";

    /// <summary>All data of a user was deleted.</summary>
    public const string Erased = "user.erased";

    public static IReadOnlyList<string> All { get; } = [Logged, Replaced, Moved, Deleted, Erased];
}
