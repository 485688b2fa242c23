using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Ssm;
using WorkoutLog.Infra.Policies;

namespace WorkoutLog.Infra.Components;

/// <summary>
/// Values that the functions read while they run, as SSM parameters. The stack's settings own them: a change by hand acts at
/// once, is reported as drift, and lasts until the next update.
/// </summary>
public sealed class RuntimeParameters : ComponentResource
{
    private readonly string _name;
    private readonly ImmutableArray<Parameter> _parameters;

    public RuntimeParameters(string name, RuntimeParametersArgs args, ComponentResourceOptions? options = null)
        : base("workoutlog:index:RuntimeParameters", name, args, options)
    {
        _name = name;
        Environment = args.Parameters.ToImmutableDictionary(parameter => parameter.Variable, parameter => parameter.Value).Add(args.PathVariable, args.Path);
        _parameters = [.. args.Parameters.Select(parameter => new Parameter($"{name}-{parameter.Name}", new ParameterArgs
        {
            // The name is an address that the functions and the operators know, so it is not left to auto-naming.
            Name = $"{args.Path}/{parameter.Name}",
            Type = parameter.Type,
            Value = parameter.Value,
            Description = parameter.Description,
        }, new CustomResourceOptions { Parent = this }))];

        RegisterOutputs();
    }

    /// <summary>What a function needs to find the parameters, and the values in force while it can't read them.</summary>
    public ImmutableDictionary<string, string> Environment { get; }

    /// <summary>Lets a role read these parameters and no others.</summary>
    public RolePolicy GrantRead(Role role) => new($"{_name}-read-{role.GetResourceName()}", new RolePolicyArgs
    {
        Role = role.Id,
        Policy = Output.All(_parameters.Select(parameter => parameter.Arn)).Apply(arns => FunctionPolicies.ReadParameters(arns).ToJson()),
    }, new CustomResourceOptions { Parent = this });
}

public sealed class RuntimeParametersArgs : ResourceArgs
{
    /// <summary>What the names of the parameters begin with, without a trailing slash.</summary>
    public required string Path { get; init; }

    /// <summary>The environment variable that tells a function <see cref="Path"/>.</summary>
    public required string PathVariable { get; init; }

    public required ImmutableArray<RuntimeParameter> Parameters { get; init; }
}

/// <param name="Name">Below the path.</param>
/// <param name="Type">SSM's own word: <c>String</c> or <c>StringList</c>.</param>
/// <param name="Variable">The environment variable that holds the value while the parameter can't be read.</param>
public sealed record RuntimeParameter(string Name, string Type, string Value, string Description, string Variable);
