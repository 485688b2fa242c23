using WorkoutLog.Local.Runner.Packages;

namespace WorkoutLog.Local.Runner.DynamoDb;

/// <summary>Where DynamoDB Local comes from. Amazon publishes the jar as a download; this npm package carries the same jar, so a registry is all that is needed.</summary>
internal static class DynamoDbLocalPackage
{
    /// <summary>What is kept: the folder with <c>DynamoDBLocal.jar</c> and its libraries.</summary>
    public static NpmPackage Pinned { get; } = new(
        "amplify-dynamodb-simulator", "2.9.30", "xTeeRLvzEfqyd5lh3bH4c0kHvSHHmmhD5ZDsHFKAQ5g2Zl6JqlFdutaQhCLHzxEp6Ry1o7TB6niIoXuQAnSewQ==")
    {
        Title = "DynamoDB Local",
        Size = "55 MB",
        CacheName = "dynamodb-local",
        Folder = "package/emulator",
    };
}
