namespace WorkoutLog.Local.Runner;

/// <param name="RepositoryRoot">Archive paths of the graph start here.</param>
/// <param name="Port">Port of 127.0.0.1 for the API; 0 takes a free one.</param>
/// <param name="Say">Receives progress, the functions' output, and the reasons of errors, a line at a time, from any thread.</param>
public sealed record LocalRunOptions(string RepositoryRoot, int Port, Action<string> Say, TimeProvider Clock);
