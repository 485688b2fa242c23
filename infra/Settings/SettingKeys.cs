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

    /// <summary>The region of the second provider, which creates the objectives and does not read the first one's setting.</summary>
    public const string NativeRegion = "aws-native:region";

    /// <summary>The AWS provider's own setting; adds tags to those of this program.</summary>
    public const string DefaultTags = "aws:defaultTags";

    /// <summary>Pulumi's own setting: packages without a default provider.</summary>
    public const string DisabledProviders = "pulumi:disable-default-providers";

    /// <summary>The keys of providers and of Pulumi itself that the program reads, with their namespace.</summary>
    public static readonly ImmutableArray<string> OfProviders = [Region, NativeRegion, DefaultTags, DisabledProviders];

    /// <summary>A valid key that the program does not use: only <c>./workout plan</c> reads it, from the stack's file.</summary>
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
        .. ObservabilityKeys.All,
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
