using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Ssm;
using WorkoutLog.Infra.Policies;

namespace WorkoutLog.Infra.Components;

/// <summary>
/// Values that the functions read at run time, as SSM parameters. The stack's settings own them: a manual change takes effect, is
/// reported as drift, and is overwritten by the next update.
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
            // Not auto-named, because functions and operators use the name.
            Name = $"{args.Path}/{parameter.Name}",
            Type = parameter.Type,
            Value = parameter.Value,
            Description = parameter.Description,
        }, new CustomResourceOptions { Parent = this }))];

        RegisterOutputs();
    }

    /// <summary>The parameters' path, and the values for a function that cannot read them.</summary>
    public ImmutableDictionary<string, string> Environment { get; }

    /// <summary>Lets a role read these parameters only.</summary>
    public RolePolicy GrantRead(Role role) => new($"{_name}-read-{role.GetResourceName()}", new RolePolicyArgs
    {
        Role = role.Id,
        Policy = Output.All(_parameters.Select(parameter => parameter.Arn)).Apply(arns => FunctionPolicies.ReadParameters(arns).ToJson()),
    }, new CustomResourceOptions { Parent = this });
}

public sealed class RuntimeParametersArgs : ResourceArgs
{
    /// <summary>Prefix of the parameters' names, without a trailing slash.</summary>
    public required string Path { get; init; }

    /// <summary>The environment variable with <see cref="Path"/>.</summary>
    public required string PathVariable { get; init; }

    public required ImmutableArray<RuntimeParameter> Parameters { get; init; }
}

/// <param name="Name">Relative to the path.</param>
/// <param name="Type">SSM's type: <c>String</c> or <c>StringList</c>.</param>
/// <param name="Variable">The environment variable with the value for a function that cannot read the parameter.</param>
public sealed record RuntimeParameter(string Name, string Type, string Value, string Description, string Variable);
