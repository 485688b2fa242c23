using Pulumi;
using Pulumi.Aws.Iam;

namespace WorkoutLog.Infra.Policies;

/// <summary>Caps what the roles of a stack may be given, in one place: a transformation that sees each resource.</summary>
public static class RoleBoundary
{
    /// <summary>The options of a stack whose roles are capped, before any transformation of <paramref name="options"/> looks.</summary>
    /// <param name="policyArn">A managed policy; null caps nothing.</param>
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
