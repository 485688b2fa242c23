using WorkoutLog.Local.Tests.Support;

namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary>The callers that a local run knows, and some that it must refuse.</summary>
internal static class Callers
{
    /// <summary>May act for every user.</summary>
    public static AwsSdkSigner Service { get; } = Of("LOCALSERVICE", "local-service-secret");

    /// <summary>May act for <see cref="AthleteUser"/> only.</summary>
    public static AwsSdkSigner Athlete { get; } = Of("LOCALATHLETE", "local-athlete-secret");

    public const string AthleteUser = "athlete-1";

    /// <summary>Has no policy that lets it call.</summary>
    public static AwsSdkSigner Stranger { get; } = Of("LOCALSTRANGER", "local-stranger-secret");

    public static AwsSdkSigner WrongSecret { get; } = Of("LOCALSERVICE", "wrong");

    public static AwsSdkSigner Unknown { get; } = Of("NOBODY", "nothing");

    private static AwsSdkSigner Of(string accessKeyId, string secretAccessKey) => new(accessKeyId, secretAccessKey, "us-east-1", "execute-api");
}
