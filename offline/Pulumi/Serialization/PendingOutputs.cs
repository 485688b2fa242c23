using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>The outputs of a resource that wait for its registration.</summary>
internal sealed class PendingOutputs
{
    private const BindingFlags AnyInstance = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    private readonly List<IPendingOutput> _outputs = [];

    private PendingOutputs()
    {
    }

    /// <summary>Gives every property with an <see cref="OutputAttribute"/> an output to wait for.</summary>
    /// <param name="ownOutputs">False for a component in the program: it assigns all but its URN itself.</param>
    public static PendingOutputs Assign(Resource resource, bool isPreview, bool ownOutputs)
    {
        var pending = new PendingOutputs();
        foreach (var property in OutputProperties(resource.GetType()).Where(p => ownOutputs || p.Name == nameof(Resource.Urn)))
        {
            var name = property.GetCustomAttribute<OutputAttribute>()!.Name ?? property.Name;
            var output = (IPendingOutput)Activator.CreateInstance(
                typeof(PendingOutput<>).MakeGenericType(ValueType(property, name)), resource, name, isPreview)!;
            pending._outputs.Add(output);
            // The setter may be private to the class that declares it.
            property.DeclaringType!.GetProperty(property.Name, AnyInstance)!.SetValue(resource, output.Output);
        }

        return pending;
    }

    public void Complete(ResourceState state) => _outputs.ForEach(output => output.Complete(state));

    public void Fail(Exception failure) => _outputs.ForEach(output => output.Fail(failure));

    private static IEnumerable<PropertyInfo> OutputProperties(Type type)
        => type.GetProperties(AnyInstance).Where(property => property.IsDefined(typeof(OutputAttribute)));

    private static Type ValueType(PropertyInfo property, string name)
    {
        var type = property.PropertyType;
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(Output<>))
        {
            throw Stack.IncorrectOutputType([name]);
        }

        var value = type.GetGenericArguments()[0];
        OutputTypeCheck.Check($"[Output] {property.DeclaringType!.FullName}.{property.Name}", value);
        return value;
    }
}
