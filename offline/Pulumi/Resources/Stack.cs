using Pulumi.Serialization;

namespace Pulumi;

/// <summary>
/// The root of all resources. Derive from it; the properties with an <see cref="OutputAttribute"/> are the stack's outputs.
/// </summary>
public class Stack : ComponentResource
{
    internal const string RootType = "pulumi:pulumi:Stack";

    public Stack(StackOptions? options = null)
        : base(RootType, Pulumi.Deployment.RequiredRun.RootName, ToComponentOptions(options))
        => Pulumi.Deployment.RequiredRun.Stack = this;

    /// <summary>Called after the derived class's constructor.</summary>
    internal void RegisterPropertyOutputs()
    {
        var outputs = DeclaredOutputs.ReadFrom(this);
        if (Names(outputs, value => value is null) is { Count: > 0 } unassigned)
        {
            throw new RunException(
                $"Output(s) '{string.Join(", ", unassigned)}' have no value assigned. "
                + "[Output] attributed properties must be assigned inside Stack constructor.");
        }

        if (Names(outputs, value => value is not IOutput) is { Count: > 0 } notOutputs)
        {
            throw IncorrectOutputType(notOutputs);
        }

        RegisterOutputs(outputs);
    }

    internal static RunException IncorrectOutputType(IEnumerable<string> names) => new(
        $"Output(s) '{string.Join(", ", names)}' have incorrect type. [Output] attributed properties must be instances of Output<T>.");

    private static ComponentResourceOptions? ToComponentOptions(StackOptions? options)
        => options is null ? null : new() { ResourceTransformations = options.ResourceTransformations };

    private static List<string> Names(Dictionary<string, object?> outputs, Predicate<object?> condition)
        => [.. outputs.Where(output => condition(output.Value)).Select(output => output.Key)];
}
