namespace WorkoutLog.Infra.Monitoring.Logs;

/// <summary>A question to the logs that is kept ready.</summary>
/// <param name="Name">Lower-case words with dashes; the runbooks name it so.</param>
/// <param name="Answers">What one learns from it, as a short clause.</param>
/// <param name="Text">In the language of CloudWatch Logs Insights, a command a line.</param>
public sealed record LogQuery(string Name, string Answers, LogSources Sources, string Text);
