using System.Collections.Immutable;
using WorkoutLog.Infra.Settings.Declaration;
using WorkoutLog.Infra.Settings.Formats;

using WorkoutLog.Infra.Settings.Keys;

namespace WorkoutLog.Infra.Settings;

/// <summary>Every key of the stack configuration.</summary>
public static class SettingKeys
{
    /// <summary>The AWS provider's own setting; it has no default.</summary>
    public const string Region = "aws:region";

    /// <summary>The region again, for the second provider: objectives are known to it alone, and it does not ask the first one.</summary>
    public const string NativeRegion = "aws-native:region";

    /// <summary>The AWS provider's own setting, which adds tags to those of this program.</summary>
    public const string DefaultTags = "aws:defaultTags";

    /// <summary>Pulumi's own setting: packages of which each resource must name its provider.</summary>
    public const string DisabledProviders = "pulumi:disable-default-providers";

    /// <summary>The keys of providers and of Pulumi itself that matter to the program, with their namespace.</summary>
    public static readonly ImmutableArray<string> OfProviders = [Region, NativeRegion, DefaultTags, DisabledProviders];

    /// <summary>Known and not read: <c>./workout plan</c> takes it from the stack's file itself. No resource depends on it.</summary>
    public static readonly (string Key, ConfigChange Example) PlanWaivers = (
        "planWaivers",
        new ConfigChange("planWaivers[0]", "stateful-replacement logs until 2026-12-24 because the items are copied before"));

    /// <summary>In the order of <c>Pulumi.yaml</c>.</summary>
    public static readonly ImmutableArray<Setting> All =
    [
        .. StackKeys.All,
        .. ProtectionKeys.All,
        .. CapacityKeys.All,
        .. FunctionKeys.All,
        .. ApiKeys.All,
        .. WatchKeys.All,
        .. EventKeys.All,
        .. WorkoutKeys.All,
    ];

    internal static SettingError? JudgeRegion(string? text) => text is not null && AwsIdentifiers.IsRegion(text)
        ? null
        : new SettingError(
            Region,
            text,
            text is not null && AwsIdentifiers.IsOfOtherPartition(text)
                ? "a region of the partition aws, such as us-east-1; China, GovCloud and the isolated and sovereign clouds are not supported"
                : "the AWS region of the stack, such as us-east-1",
            new ConfigChange(Region, "us-east-1"));
}
