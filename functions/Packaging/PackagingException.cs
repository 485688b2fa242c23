namespace WorkoutLog.Packaging;

/// <summary>No archive can be made; the message says why and what to do.</summary>
public sealed class PackagingException(string message) : Exception(message);
