using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.ApiGateway;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Iam;
using WorkoutLog.Infra.Naming;
using WorkoutLog.Infra.Policies;

namespace WorkoutLog.Infra.Components;

/// <summary>Log groups of an API's stage, and API Gateway's permission to write to them.</summary>
public sealed class ApiLogging : ComponentResource
{
    private readonly string _name;

    public ApiLogging(string name, ApiLoggingArgs args, ComponentResourceOptions? options = null)
        : base("workoutlog:index:ApiLogging", name, args, options)
    {
        _name = name;
        AccessLog = Group("access", $"{args.LogGroupPath}/api-access", args);
        // API Gateway would create this group itself, without a key and with unlimited retention.
        ExecutionLog = Group("execution", Output.Format($"{ExecutionLogs.GroupPrefix}{args.RestApiId}/{args.StageName}"), args);
        Prerequisites = args.ManageAccountLogging ? [AccessLog, ExecutionLog, SetAccountRole(args)] : [AccessLog, ExecutionLog];
        RegisterOutputs();
    }

    public LogGroup AccessLog { get; }

    public LogGroup ExecutionLog { get; }

    /// <summary>Resources that a logging stage depends on.</summary>
    public ImmutableArray<Resource> Prerequisites { get; }

    private LogGroup Group(string what, Input<string> groupName, ApiLoggingArgs args) => new($"{_name}-{what}", new LogGroupArgs
    {
        // The policies of the key and the role refer to the groups by name.
        Name = groupName,
        RetentionInDays = args.RetentionDays,
        KmsKeyId = args.Key is null ? null! : args.Key.Arn,
    }, new CustomResourceOptions { Parent = this });

    // All three outlive the stack: the other APIs of the account log through them and would stop without an error.
    private Account SetAccountRole(ApiLoggingArgs args)
    {
        var role = new Role($"{_name}-role", new RoleArgs
        {
            Description = "Lets API Gateway log for all APIs of the account in this region",
            AssumeRolePolicy = ApiPolicies.LoggingTrust().ToJson(),
        }, new CustomResourceOptions { Parent = this, RetainOnDelete = true });

        var write = new RolePolicy($"{_name}-write", new RolePolicyArgs
        {
            Role = role.Id,
            Policy = args.AccountId.Apply(account => ApiPolicies.WriteLogs(account, args.Region).ToJson()),
        }, new CustomResourceOptions { Parent = this, RetainOnDelete = true });

        return new Account($"{_name}-account", new AccountArgs
        {
            CloudwatchRoleArn = role.Arn,
        }, new CustomResourceOptions { Parent = this, RetainOnDelete = true, DependsOn = { write } });
    }
}

public sealed class ApiLoggingArgs : ResourceArgs
{
    public required Input<string> RestApiId { get; init; }

    public required string StageName { get; init; }

    public required int RetentionDays { get; init; }

    /// <summary>Sets API Gateway's logging role of this account and region.</summary>
    public required bool ManageAccountLogging { get; init; }

    /// <summary>Twelve digits.</summary>
    public required Input<string> AccountId { get; init; }

    /// <summary>AWS region, such as <c>us-east-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>Prefix of the stack's log groups, without a trailing slash.</summary>
    public required string LogGroupPath { get; init; }

    /// <summary>Encrypts the log groups; null for an AWS-owned key.</summary>
    public required CustomerKey? Key { get; init; }
}
