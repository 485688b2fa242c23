namespace WorkoutLog.Local.Runner.Iam;

/// <summary>What the check of a signature found.</summary>
public abstract record SignatureVerdict
{
    /// <summary>Code of a request without a signature.</summary>
    public const string NotSigned = "MissingAuthenticationToken";

    private SignatureVerdict()
    {
    }

    public sealed record Valid(string AccessKeyId) : SignatureVerdict;

    /// <param name="Code">AWS's error type, without the ending <c>Exception</c>.</param>
    /// <param name="Message">AWS's text.</param>
    public sealed record Refused(string Code, string Message) : SignatureVerdict;
}
