using System.Collections;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Pulumi;
using Pulumi.Aws.ApiGateway;

namespace WorkoutLog.Infra.Components;

/// <summary>
/// Triggers of a new API deployment. A deployment is a snapshot of the API, so a change to any input of the API reaches the stage only
/// with a new deployment.
/// </summary>
internal static class DeploymentTriggers
{
    private static readonly MethodInfo _hash = typeof(DeploymentTriggers).GetMethod(nameof(HashOf), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <returns>Name of each set input to the SHA-256 of its value.</returns>
    public static InputMap<string> Of(RestApiArgs api)
    {
        var triggers = new InputMap<string>();
        foreach (var (name, value) in Inputs(api))
        {
            triggers.Add(name, Hash(value));
        }

        return triggers;
    }

    // The members that the SDK registers. A list is read through its field, because the property would create an empty one.
    private static IEnumerable<(string Name, object Value)> Inputs(object args) =>
        from member in args.GetType().GetMembers(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        let input = member.GetCustomAttributesData().FirstOrDefault(attribute => attribute.AttributeType == typeof(InputAttribute))
        where input is not null
        let value = member is PropertyInfo property ? property.GetValue(args) : ((FieldInfo)member).GetValue(args)
        where value is not null
        let name = (string)input.ConstructorArguments[0].Value!
        orderby name
        select (name, value);

    private static Output<string> Hash(object input)
    {
        var type = input.GetType();
        while (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(Input<>))
        {
            type = type.BaseType ?? throw new ArgumentException($"An input must be an Input<T>; got {input.GetType()}.", nameof(input));
        }

        return (Output<string>)_hash.MakeGenericMethod(type.GenericTypeArguments[0]).Invoke(null, [input])!;
    }

    private static Output<string> HashOf<T>(Input<T> input) => ((Output<T>)input).Apply(value => value switch
    {
        string text => Output.Create(Sha256(text)),
        InvokeArgs or ResourceArgs => Output.All(Inputs(value).Select(member => Hash(member.Value).Apply(hash => $"{member.Name}={hash}")))
            .Apply(members => Sha256(string.Join('\n', members))),
        IDictionary map => Output.Create(Sha256(JsonSerializer.Serialize(map.Keys.Cast<string>().Order(StringComparer.Ordinal).Select(key => new[] { key, map[key] })))),
        _ => Output.Create(Sha256(JsonSerializer.Serialize(value))),
    });

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
