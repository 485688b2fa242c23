namespace WorkoutLog.Local.Runner.Lambda.Versions;

/// <summary>What an ARN that can be invoked stands for.</summary>
/// <param name="Function">As the newest version is declared.</param>
/// <param name="Alias">Null for the function itself.</param>
public sealed record InvokeTarget(FunctionDeclaration Function, string? Alias, VersionShares Shares);
