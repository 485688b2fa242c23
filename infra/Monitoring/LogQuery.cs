namespace WorkoutLog.Infra.Monitoring;

/// <summary>A saved log query.</summary>
/// <param name="Name">Lower-case words with dashes, as in the runbooks.</param>
/// <param name="Answers">The result, as a short noun phrase.</param>
/// <param name="Text">A CloudWatch Logs Insights query, one command per line.</param>
public sealed record LogQuery(string Name, string Answers, LogSources Sources, string Text);

/// <summary>The logs that a query reads.</summary>
[Flags]
public enum LogSources
{
    None = 0,

    /// <summary>The access log: one line per request, whether API Gateway or a function answered.</summary>
    Access = 1,

    /// <summary>The functions' log lines and metrics, and Lambda's reports of each invocation.</summary>
    Functions = 2,
}
