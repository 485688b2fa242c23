namespace WorkoutLog.Infra.Monitoring;

/// <summary>A question to the logs that is kept ready.</summary>
/// <param name="Name">Lower-case words with dashes; the runbooks name it so.</param>
/// <param name="Answers">What one learns from it, as a short clause.</param>
/// <param name="Text">In the language of CloudWatch Logs Insights, a command a line.</param>
public sealed record LogQuery(string Name, string Answers, LogSources Sources, string Text);

/// <summary>The logs that a query reads.</summary>
[Flags]
public enum LogSources
{
    None = 0,

    /// <summary>A line for each request that reached the API, whoever answered it.</summary>
    Access = 1,

    /// <summary>What the functions write, their metrics, and what Lambda says of each call.</summary>
    Functions = 2,
}
