namespace WorkoutLog.Contracts;

/// <summary>
/// Attributes of the items of the logs table that make a change recognisable in the table's stream. Functions write them, and the pipe
/// of the stack makes an event of every record that has <see cref="Type"/>.
/// </summary>
public static class ChangeAttributes
{
    /// <summary>String: one of <see cref="ChangeTypes"/>.</summary>
    public const string Type = "change";

    /// <summary>String: the workout's id as the API returns it; empty for <see cref="ChangeTypes.Erased"/>.</summary>
    public const string WorkoutId = "id";

    /// <summary>Number: the workout's version after the change, one more with each, the deletion too; 0 for <see cref="ChangeTypes.Erased"/>.</summary>
    public const string Version = "version";

    /// <summary>Map: the workout's attributes before the change; empty for a new workout and for <see cref="ChangeTypes.Erased"/>.</summary>
    public const string Previous = "previous";
}

/// <summary>What can happen to workouts, as events name it.</summary>
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
