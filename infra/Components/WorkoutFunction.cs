using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Policies;
using WorkoutLog.Infra.Settings;
using WorkoutLog.Packaging;
using Alias = Pulumi.Aws.Lambda.Alias;

namespace WorkoutLog.Infra.Components;

/// <summary>A function with its role and its alias, through which all calls go.</summary>
public sealed class WorkoutFunction : ComponentResource
{
    /// <summary>The alias that callers use. Its name never changes, so permissions on it survive deployments.</summary>
    public const string AliasName = "live";

    // Lambda's value for "no reservation".
    private const int Unreserved = -1;

    private readonly string _name;
    private readonly Function _function;
    private readonly Alias _alias;

    /// <param name="name">The function's project under <c>functions/</c>; <see cref="FunctionBuild"/> says where its archive is.</param>
    public WorkoutFunction(string name, WorkoutFunctionArgs args, ComponentResourceOptions? options = null)
        : base("workoutlog:index:WorkoutFunction", name, args, options)
    {
        _name = name;
        LogGroup = args.LogGroup;
        Settings = args.Settings;
        Role = new Role($"{name}-role", new RoleArgs
        {
            Description = $"Permissions of {name}",
            AssumeRolePolicy = FunctionPolicies.Trust().ToJson(),
        }, new CustomResourceOptions { Parent = this });

        // The function and its published version depend on all permissions, so new code never runs without them.
        Resource[] grants =
        [
            Allow("write-logs", args.LogGroup.Arn.Apply(arn => FunctionPolicies.WriteLogs(arn).ToJson())),
            .. args.Tracing ? [Allow("write-traces", FunctionPolicies.WriteTraces().ToJson())] : Array.Empty<Resource>(),
            .. args.Key is { } key ? [key.GrantUse(Role)] : Array.Empty<Resource>(),
            .. args.Grants(Role),
        ];
        var managed = args.Build.Mode == PackagingMode.Managed;
        _function = new Function(name, new FunctionArgs
        {
            Description = args.Description,
            Role = Role.Arn,
            Runtime = managed ? "dotnet10" : "provided.al2023",
            // For the .NET runtime an assembly name means a program that polls the events itself.
            Handler = managed ? name : FunctionFiles.EntryPoint,
            Architectures = args.Build.ArchitectureWord,
            Code = new FileArchive(args.Build.ArchiveIn(Path.Combine(Deployment.Instance.RootDirectory, "artifacts"), name)),
            Layers = args.CertificateLayer is { } layer ? new InputList<string> { layer } : null!,
            MemorySize = args.Settings.MemoryMiB,
            Timeout = (int)args.Settings.Timeout.TotalSeconds,
            ReservedConcurrentExecutions = args.Settings.ReservedConcurrency ?? Unreserved,
            Publish = true,
            Environment = new FunctionEnvironmentArgs
            {
                Variables = InputMap<string>.Merge(args.Environment, new InputMap<string>
                {
                    [FunctionEnvironment.CertificateFile] = $"{FunctionEnvironment.CodeFolder}/{FunctionFiles.CertificateBundle}",
                    [FunctionEnvironment.CertificateFolder] = "/opt/certificates",
                    [FunctionEnvironment.InlineSocketCompletions] = "1",
                }),
            },
            KmsKeyArn = args.Key is null ? null! : args.Key.Arn,
            LoggingConfig = new FunctionLoggingConfigArgs
            {
                LogFormat = "JSON",
                // Lambda treats metric lines as INFO and would drop them at a higher level; the function filters its log lines itself.
                ApplicationLogLevel = (args.LogLevel < LogLevel.Info ? args.LogLevel : LogLevel.Info).ToString().ToUpperInvariant(),
                LogGroup = args.LogGroup.Name,
            },
            TracingConfig = new FunctionTracingConfigArgs { Mode = args.Tracing ? "Active" : "PassThrough" },
        }, new CustomResourceOptions { Parent = this, DependsOn = [args.LogGroup, .. grants] });

        _alias = LiveAlias.Create($"{name}-{AliasName}", _function, args.Settings.Release, this);

        FunctionName = _function.Name;
        Arn = _function.Arn;
        AliasArn = _alias.Arn;
        InvokeArn = _alias.InvokeArn;
        RegisterOutputs();
    }

    public Role Role { get; }

    public LogGroup LogGroup { get; }

    public FunctionSettings Settings { get; }

    [Output("functionName")]
    public Output<string> FunctionName { get; }

    [Output("arn")]
    public Output<string> Arn { get; }

    [Output("aliasArn")]
    public Output<string> AliasArn { get; }

    /// <summary>The alias in the form of an API Gateway integration URI.</summary>
    [Output("invokeArn")]
    public Output<string> InvokeArn { get; }

    /// <summary>Lets API Gateway invoke the alias for one method of one API.</summary>
    /// <param name="what">Name of the method; unique among this function's permissions.</param>
    /// <param name="sourceArn">The method's execution ARN, with <c>*</c> for a path parameter.</param>
    /// <param name="accountId">Account of the API: twelve digits.</param>
    public void GrantInvoke(string what, Input<string> sourceArn, Input<string> accountId, Resource parent) =>
        _ = new Permission($"{_name}-{what}", new PermissionArgs
        {
            Action = "lambda:InvokeFunction",
            Function = _function.Name,
            Qualifier = _alias.Name,
            Principal = "apigateway.amazonaws.com",
            SourceArn = sourceArn,
            SourceAccount = accountId,
        }, new CustomResourceOptions { Parent = parent });

    private RolePolicy Allow(string what, InputUnion<string, Pulumi.Aws.Iam.Inputs.PolicyDocumentArgs> policy) =>
        new($"{_name}-{what}", new RolePolicyArgs { Role = Role.Id, Policy = policy }, new CustomResourceOptions { Parent = this });
}

public sealed class WorkoutFunctionArgs : ResourceArgs
{
    public required string Description { get; init; }

    public required FunctionSettings Settings { get; init; }

    public required FunctionBuild Build { get; init; }

    /// <summary>ARN of a layer with additional certificate authorities; null for none.</summary>
    public required string? CertificateLayer { get; init; }

    /// <summary>Must exist before the function: Lambda would otherwise create a group with unlimited retention.</summary>
    public required LogGroup LogGroup { get; init; }

    public required LogLevel LogLevel { get; init; }

    public required bool Tracing { get; init; }

    /// <summary>Encrypts the environment; null for an AWS-owned key.</summary>
    public required CustomerKey? Key { get; init; }

    /// <summary>Additional permissions of the function's role, created before the function.</summary>
    public required Func<Role, IEnumerable<RolePolicy>> Grants { get; init; }

    /// <summary>Variable to value.</summary>
    public required InputMap<string> Environment { get; init; }
}
