namespace WorkoutLog.Bench.Baselines;

/// <summary>A process that asks the Lambda Runtime API for work, and answers the events that our own functions answer.</summary>
/// <param name="Name">What tables and charts call it.</param>
/// <param name="Resource">Name of the resource whose declared environment it gets.</param>
/// <param name="Program">The program to start, an absolute path.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="WorkingDirectory">The folder that it starts in, an absolute path.</param>
/// <param name="Handler">The value of <c>_HANDLER</c>.</param>
/// <param name="Variables">What its environment holds besides that which Lambda and the stack set.</param>
internal sealed record FunctionUnderTest(
    string Name,
    string Resource,
    string Program,
    IReadOnlyList<string> Arguments,
    string WorkingDirectory,
    string Handler,
    IReadOnlyDictionary<string, string> Variables);
