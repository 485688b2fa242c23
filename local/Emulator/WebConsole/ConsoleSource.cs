using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner;
using WorkoutLog.Local.Runner.Faults;

namespace WorkoutLog.Local.WebConsole;

/// <summary>The deployment that the console shows.</summary>
/// <param name="RepositoryRoot">The runbooks are in its <c>docs/</c>.</param>
/// <param name="Url">Of the API, without a trailing slash.</param>
/// <param name="Deployment">Counts the deployments of the run, from 1; each has its own source.</param>
internal sealed record ConsoleSource(ResourceGraph Graph, StackDescription Description, FaultInjector Faults, string RepositoryRoot, string Url, int Deployment = 1);
