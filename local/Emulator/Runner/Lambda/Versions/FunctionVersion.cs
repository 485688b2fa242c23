namespace WorkoutLog.Local.Runner.Lambda.Versions;

/// <summary>A published version: it never changes.</summary>
/// <param name="CodeFolder">Its unpacked archive.</param>
internal sealed record FunctionVersion(FunctionDeclaration Declaration, string CodeFolder);
