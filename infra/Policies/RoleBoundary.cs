using Pulumi;
using Pulumi.Aws.Iam;

namespace WorkoutLog.Infra.Policies;

/// <summary>Sets a permissions boundary on every role of a stack, in a transformation that sees each resource.</summary>
public static class RoleBoundary
{
    /// <summary>Stack options that set the boundary, before the transformations of <paramref name="options"/> run.</summary>
    /// <param name="policyArn">A managed policy; null for no boundary.</param>
    public static StackOptions? AddTo(StackOptions? options, string? policyArn)
    {
        if (policyArn is null)
        {
            return options;
        }

        var capped = new StackOptions { ResourceTransformations = { args => Cap(args, policyArn) } };
        capped.ResourceTransformations.AddRange(options?.ResourceTransformations ?? []);
        return capped;
    }

    private static ResourceTransformationResult? Cap(ResourceTransformationArgs args, string policyArn)
    {
        if (args.Args is not RoleArgs role)
        {
            return null;
        }

        role.PermissionsBoundary = policyArn;
        return new ResourceTransformationResult(args.Args, args.Options);
    }
}
