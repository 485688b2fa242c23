using System.Collections.Immutable;
using WorkoutLog.Infra.Settings.Declaration;
using WorkoutLog.Infra.Settings.Formats;

using WorkoutLog.Infra.Settings.Keys;

namespace WorkoutLog.Infra.Settings;

/// <summary>Every key of the stack configuration.</summary>
public static class SettingKeys
{
    /// <summary>The one setting that is the AWS provider's and not the project's; it has no default.</summary>
    public const string Region = "aws:region";

    /// <summary>In the order of <c>Pulumi.yaml</c>.</summary>
    public static readonly ImmutableArray<Setting> All =
    [
        .. StackKeys.All,
        .. ProtectionKeys.All,
        .. CapacityKeys.All,
        .. FunctionKeys.All,
        .. ApiKeys.All,
        .. LogKeys.All,
        .. WatchKeys.All,
        .. WorkoutKeys.All,
    ];

    internal static SettingError? JudgeRegion(string? text) => text is not null && AwsIdentifiers.IsRegion(text)
        ? null
        : new SettingError(Region, text, "the AWS region of the stack, such as us-east-1", new ConfigChange(Region, "us-east-1"));
}
