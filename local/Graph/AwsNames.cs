using System.Text;

namespace WorkoutLog.Local.Graph;

/// <summary>Names and ids in the form that Pulumi and AWS generate, deterministic per stack.</summary>
public sealed record AwsNames(string Project, string Stack, string Region)
{
    /// <summary>The account that AWS's own examples use.</summary>
    public const string Account = "123456789012";

    /// <summary>Logical name, dash and seven characters: Pulumi's auto-name.</summary>
    public string AutoName(string type, string logicalName) => $"{logicalName}-{Hash(type, logicalName)[..7]}";

    /// <summary>Ten characters, as in API Gateway's ids.</summary>
    public string ShortId(string type, string logicalName) => Hash(type, logicalName)[..10];

    /// <summary>The form of ids of KMS and others.</summary>
    public string Uuid(string type, string logicalName) => Guid.ParseExact(Hash(type, logicalName)[..32], "N").ToString();

    public string Arn(string service, string resource) => $"arn:aws:{service}:{Region}:{Account}:{resource}";

    public static string GlobalArn(string service, string resource) => $"arn:aws:{service}::{Account}:{resource}";

    private string Hash(string type, string logicalName) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Project}/{Stack}/{type}/{logicalName}")));
}
