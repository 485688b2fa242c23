namespace WorkoutLog.Bench.Baselines;

/// <summary>A process that polls the Lambda Runtime API and handles the same events as our functions.</summary>
/// <param name="Name">Name in tables and charts.</param>
/// <param name="Resource">Name of the resource that declares its environment.</param>
/// <param name="Program">The program to start, an absolute path.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="WorkingDirectory">The folder that it starts in, an absolute path.</param>
/// <param name="Handler">The value of <c>_HANDLER</c>.</param>
/// <param name="Variables">Environment variables in addition to those that Lambda and the stack set.</param>
internal sealed record FunctionUnderTest(
    string Name,
    string Resource,
    string Program,
    IReadOnlyList<string> Arguments,
    string WorkingDirectory,
    string Handler,
    IReadOnlyDictionary<string, string> Variables);
