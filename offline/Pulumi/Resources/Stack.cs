using System.Reflection;

namespace Pulumi;

/// <summary>The root of all resources. Derive from it; its properties with an <see cref="OutputAttribute"/> are the stack's outputs.</summary>
public class Stack : ComponentResource
{
    internal const string RootType = "pulumi:pulumi:Stack";

    public Stack(StackOptions? options = null)
        : base(RootType, Pulumi.Deployment.RequiredRun.RootName, ToComponentOptions(options))
        => Pulumi.Deployment.RequiredRun.Stack = this;

    /// <summary>Called when the constructor of the derived class is through.</summary>
    internal void RegisterPropertyOutputs()
    {
        var outputs = (
            from property in GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            let attribute = property.GetCustomAttribute<OutputAttribute>()
            where attribute is not null && property.DeclaringType?.IsAssignableFrom(typeof(Stack)) is false
            select (Name: attribute.Name ?? property.Name, Value: property.GetValue(this))).ToList();

        var unassigned = outputs.Where(output => output.Value is null).Select(output => output.Name).ToList();
        if (unassigned.Count > 0)
        {
            throw new RunException(
                $"Output(s) '{string.Join(", ", unassigned)}' have no value assigned. [Output] attributed properties must be assigned inside Stack constructor.");
        }

        var wrong = outputs.Where(output => output.Value is not IOutput).Select(output => output.Name).ToList();
        if (wrong.Count > 0)
        {
            throw IncorrectOutputType(wrong);
        }

        RegisterOutputs(outputs.ToDictionary(output => output.Name, object? (output) => output.Value));
    }

    internal static RunException IncorrectOutputType(IEnumerable<string> names) => new(
        $"Output(s) '{string.Join(", ", names)}' have incorrect type. [Output] attributed properties must be instances of Output<T>.");

    private static ComponentResourceOptions? ToComponentOptions(StackOptions? options)
        => options is null ? null : new() { ResourceTransformations = options.ResourceTransformations };
}
