using System.Security.Cryptography;

namespace WorkoutLog.Local.Runner.Lambda;

/// <summary>The keys of a function's role, new for each run: by them the runner knows which function calls.</summary>
/// <param name="FunctionName">Name of the function's resource.</param>
public sealed record FunctionCredentials(string FunctionName, string AccessKeyId, string SecretAccessKey, string SessionToken)
{
    public static FunctionCredentials Create(string functionName) => new(
        functionName,
        "ASIA" + Convert.ToHexString(RandomNumberGenerator.GetBytes(8)),
        Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20)),
        Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20)));
}
