using System.Text;

namespace WorkoutLog.Local.Graph.Versions;

/// <summary>Decides whether a function needs a new version, by the inputs that the AWS provider's <c>publish = true</c> compares.</summary>
public static class VersionDigest
{
    /// <summary>Inputs of a function that belong to a version. All others, such as reserved concurrency, belong to the function.</summary>
    public static ImmutableArray<string> Inputs { get; } =
    [
        "architectures", "code", "deadLetterConfig", "description", "environment", "ephemeralStorage", "fileSystemConfig", "handler", "imageConfig",
        "imageUri", "kmsKeyArn", "layers", "loggingConfig", "memorySize", "role", "runtime", "s3Bucket", "s3Key", "s3ObjectVersion", "snapStart",
        "sourceCodeHash", "timeout", "tracingConfig", "vpcConfig",
    ];

    /// <param name="inputs">Of a resource of type <c>aws:lambda/function:Function</c>, in the graph's form.</param>
    /// <returns>Equal for equal code and configuration, regardless of the archive's path.</returns>
    public static string Of(JsonObject inputs)
    {
        var text = new StringBuilder();
        foreach (var input in Inputs)
        {
            var value = input == "code" ? inputs[input]?["archive"]?["sha256"] ?? inputs[input] : inputs[input];
            text.Append(input).Append('=').Append(value?.ToJsonString() ?? "").Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
