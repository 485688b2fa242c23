namespace WorkoutLog.Local;

/// <summary>Something that the user can mend. The message says what and how; it is shown alone, without a stack trace.</summary>
public sealed class UserErrorException(string message) : Exception(message);
