using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>The outputs that a component or stack declares: its public properties with an <see cref="OutputAttribute"/>.</summary>
internal static class DeclaredOutputs
{
    /// <summary>Current values by name; without the URN, which the engine sets.</summary>
    public static Dictionary<string, object?> ReadFrom(ComponentResource component)
    {
        var outputs = new Dictionary<string, object?>();
        foreach (var property in component.GetType().GetProperties())
        {
            if (property.Name != nameof(Resource.Urn) && property.GetCustomAttribute<OutputAttribute>() is { } output)
            {
                outputs.Add(string.IsNullOrWhiteSpace(output.Name) ? property.Name : output.Name, property.GetValue(component));
            }
        }

        return outputs;
    }
}
