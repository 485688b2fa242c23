using System.Text.RegularExpressions;
using WorkoutLog.Infra.Settings.Declaration;

namespace WorkoutLog.Infra.Settings.Formats;

/// <summary>Formats of AWS identifiers.</summary>
internal static partial class AwsIdentifiers
{
    /// <summary>A region of the partition <c>aws</c>, such as <c>us-east-1</c>; new regions keep the format.</summary>
    public static bool IsRegion(string text) => Region().IsMatch(text) && !IsOfOtherPartition(text);

    /// <summary>A region of China, GovCloud, or an isolated or sovereign cloud; these have their own ARNs and endpoints.</summary>
    public static bool IsOfOtherPartition(string region) => OtherPartition().IsMatch(region);

    /// <summary>A certificate of AWS Certificate Manager, in any region.</summary>
    public static bool IsCertificateArn(string text) => CertificateArn().IsMatch(text);

    /// <summary>A version of a Lambda layer, in any region.</summary>
    public static bool IsLayerVersionArn(string text) => LayerVersionArn().IsMatch(text);

    /// <summary>A managed policy of an account, not of AWS.</summary>
    public static bool IsManagedPolicyArn(string text) => ManagedPolicyArn().IsMatch(text);

    public static Reading<string> JudgeRoleName(SettingText text)
    {
        var name = text.Text[(text.Text.LastIndexOf('/') + 1)..];
        return RoleName().IsMatch(text.Text)
            ? Reading.Of(text.Text)
            : text.Refuse<string>("the name of an IAM role: 1 to 64 letters, digits and + = , . @ _ -, without an ARN or a path", RoleName().IsMatch(name) ? name : null);
    }

    /// <param name="arn">A valid ARN of a regional resource.</param>
    public static string RegionOf(string arn) => arn.Split(':')[3];

    /// <summary>The number of a published function version; not <c>$LATEST</c>.</summary>
    public static bool IsFunctionVersion(string text) => FunctionVersion().IsMatch(text);

    [GeneratedRegex(@"^[a-z]{2}(?:-[a-z]+)+-[1-9][0-9]?\z")]
    private static partial Regex Region();

    [GeneratedRegex("^(?:cn|us-gov|eusc|[a-z]{2}-iso[a-z]?)-")]
    private static partial Regex OtherPartition();

    [GeneratedRegex(@"^[0-9A-Za-z+=,.@_-]{1,64}\z")]
    private static partial Regex RoleName();

    [GeneratedRegex(@"^arn:aws:acm:[a-z]{2}(?:-[a-z]+)+-[1-9][0-9]?:[0-9]{12}:certificate/[0-9A-Za-z-]{1,64}\z")]
    private static partial Regex CertificateArn();

    [GeneratedRegex(@"^arn:aws:lambda:[a-z]{2}(?:-[a-z]+)+-[1-9][0-9]?:[0-9]{12}:layer:[0-9A-Za-z_-]{1,140}:[1-9][0-9]{0,17}\z")]
    private static partial Regex LayerVersionArn();

    [GeneratedRegex(@"^arn:aws:iam::[0-9]{12}:policy/(?:[!-~]{1,510}/)?[0-9A-Za-z+=,.@_-]{1,128}\z")]
    private static partial Regex ManagedPolicyArn();

    [GeneratedRegex(@"^[1-9][0-9]{0,17}\z")]
    private static partial Regex FunctionVersion();
}
