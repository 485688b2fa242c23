using Pulumi;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;
using WorkoutLog.Infra.Policies;
using Alias = Pulumi.Aws.Lambda.Alias;

namespace WorkoutLog.Infra.Components;

/// <summary>A function with its role and the alias through which alone it is called.</summary>
public sealed class WorkoutFunction : ComponentResource
{
    /// <summary>The alias that callers name. It never changes, so a permission on it outlives every deployment.</summary>
    public const string AliasName = "live";

    private readonly string _name;
    private readonly Function _function;
    private readonly Alias _alias;

    /// <param name="name">The function's project under <c>functions/</c>; its archive is <c>artifacts/functions/&lt;name&gt;.zip</c>.</param>
    public WorkoutFunction(string name, WorkoutFunctionArgs args, ComponentResourceOptions? options = null)
        : base("workoutlog:index:WorkoutFunction", name, args, options)
    {
        _name = name;
        Role = new Role($"{name}-role", new RoleArgs
        {
            Description = $"What {name} may do",
            AssumeRolePolicy = FunctionPolicies.Trust().ToJson(),
        }, new CustomResourceOptions { Parent = this });

        var writeLogs = new RolePolicy($"{name}-write-logs", new RolePolicyArgs
        {
            Role = Role.Id,
            Policy = args.LogGroup.Arn.Apply(arn => FunctionPolicies.WriteLogs(arn).ToJson()),
        }, new CustomResourceOptions { Parent = this });

        _function = new Function(name, new FunctionArgs
        {
            Description = args.Description,
            Role = Role.Arn,
            Runtime = "provided.al2023",
            Handler = "bootstrap",
            Architectures = ["x86_64"],
            Code = new FileArchive(Path.Combine(Deployment.Instance.RootDirectory, "artifacts", "functions", $"{name}.zip")),
            MemorySize = args.Settings.MemoryMiB,
            Timeout = (int)args.Settings.Timeout.TotalSeconds,
            Publish = true,
            Environment = new FunctionEnvironmentArgs { Variables = args.Environment },
            LoggingConfig = new FunctionLoggingConfigArgs { LogFormat = "JSON", LogGroup = args.LogGroup.Name },
        }, new CustomResourceOptions { Parent = this, DependsOn = { args.LogGroup, writeLogs } });

        _alias = new Alias($"{name}-{AliasName}", new AliasArgs
        {
            Name = AliasName,
            Description = "The version that callers reach",
            FunctionName = _function.Name,
            FunctionVersion = _function.Version,
        }, new CustomResourceOptions { Parent = this });

        FunctionName = _function.Name;
        AliasArn = _alias.Arn;
        InvokeArn = _alias.InvokeArn;
        RegisterOutputs();
    }

    public Role Role { get; }

    [Output("functionName")]
    public Output<string> FunctionName { get; }

    [Output("aliasArn")]
    public Output<string> AliasArn { get; }

    /// <summary>What an API Gateway integration calls: the alias, in API Gateway's own path form.</summary>
    [Output("invokeArn")]
    public Output<string> InvokeArn { get; }

    /// <summary>Lets API Gateway call the alias on behalf of one method of one API.</summary>
    /// <param name="what">Names the method; unique among this function's permissions.</param>
    /// <param name="sourceArn">The method's execution ARN; <c>*</c> stands for a path parameter.</param>
    public void GrantInvoke(string what, Input<string> sourceArn, Resource parent) =>
        _ = new Permission($"{_name}-{what}", new PermissionArgs
        {
            Action = "lambda:InvokeFunction",
            Function = _function.Name,
            Qualifier = _alias.Name,
            Principal = "apigateway.amazonaws.com",
            SourceArn = sourceArn,
        }, new CustomResourceOptions { Parent = parent });
}
