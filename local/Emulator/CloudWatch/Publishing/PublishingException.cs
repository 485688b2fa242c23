namespace WorkoutLog.Local.CloudWatch.Publishing;

/// <summary>A call to CloudWatch that it refuses.</summary>
/// <param name="code">CloudWatch's own, such as <c>MissingParameter</c>.</param>
internal sealed class PublishingException(string code, string message) : Exception(message)
{
    public string Code => code;
}
