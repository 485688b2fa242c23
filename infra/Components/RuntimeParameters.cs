using System.Collections.Immutable;
using System.Globalization;
using Pulumi;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Ssm;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Policies;

namespace WorkoutLog.Infra.Components;

/// <summary>Limits that an operator may change without a deployment, as SSM parameters.</summary>
public sealed class RuntimeParameters : ComponentResource
{
    private readonly string _name;
    private readonly ImmutableArray<Parameter> _parameters;

    public RuntimeParameters(string name, RuntimeParametersArgs args, ComponentResourceOptions? options = null)
        : base("workoutlog:index:RuntimeParameters", name, args, options)
    {
        _name = name;
        Path = args.Path;
        Environment = ImmutableDictionary<string, string>.Empty
            .Add(FunctionEnvironment.ParameterPath, args.Path)
            .Add(FunctionEnvironment.MaxDurationMinutes, args.Workouts.MaxDurationMinutes.ToString(CultureInfo.InvariantCulture))
            .Add(FunctionEnvironment.SupportedTypes, string.Join(',', args.Workouts.SupportedTypes));

        _parameters =
        [
            Add(ParameterNames.MaxDurationMinutes, "String", Environment[FunctionEnvironment.MaxDurationMinutes], "Longest workout that is accepted, in minutes"),
            Add(ParameterNames.SupportedTypes, "StringList", Environment[FunctionEnvironment.SupportedTypes], "Workout types that are accepted"),
        ];
        RegisterOutputs();
    }

    /// <summary>Where the parameters stand, without a trailing slash.</summary>
    public string Path { get; }

    /// <summary>What a function needs to find the parameters, and the values in force while it can't read them.</summary>
    public ImmutableDictionary<string, string> Environment { get; }

    /// <summary>Lets a role read these parameters and no others.</summary>
    public void GrantRead(Role role) =>
        _ = new RolePolicy($"{_name}-read-{role.GetResourceName()}", new RolePolicyArgs
        {
            Role = role.Id,
            Policy = Output.All(_parameters.Select(parameter => parameter.Arn)).Apply(arns => FunctionPolicies.ReadParameters(arns).ToJson()),
        }, new CustomResourceOptions { Parent = this });

    private Parameter Add(string name, string type, string value, string description) => new($"{_name}-{name}", new ParameterArgs
    {
        // The name is an address that the functions and the operators know, so it is not left to auto-naming.
        Name = ParameterNames.Under(Path, name),
        Type = type,
        Value = value,
        Description = description,
    }, new CustomResourceOptions { Parent = this });
}
