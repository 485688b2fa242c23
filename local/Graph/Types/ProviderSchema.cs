namespace WorkoutLog.Local.Graph.Types;

/// <summary>The provider version that the replacement facts are for, and their source.</summary>
/// <param name="Package">First part of the type tokens.</param>
internal sealed record ProviderSchema(string Package, string Version, string Source)
{
    public static ProviderSchema Aws { get; } = new(
        "aws",
        "7.48.0",
        "ForceNew in the resource schemas of terraform-provider-aws, which the provider wraps: read, in copies of several ages, for tables, stages, deployments, "
        + "domain names, permissions, parameters, composite alarms, scaling targets, keys and backup plans; as known for the others, most of them compared with "
        + "createOnlyProperties of CloudFormation's schemas. Not compared with the provider's own schema of this version");

    public static ProviderSchema AwsNative { get; } = new("aws-native", "1.79.0", "createOnlyProperties of CloudFormation's schemas, which the provider is made from");
}
