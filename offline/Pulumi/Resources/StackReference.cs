using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Reads the outputs of another stack. They come from its state, so a mock returns them under the key <c>outputs</c>.</summary>
public class StackReference : CustomResource
{
    /// <param name="args">Names the other stack; null means that <paramref name="name"/> is its name.</param>
    public StackReference(string name, StackReferenceArgs? args = null, CustomResourceOptions? options = null)
        : base(
            "pulumi:pulumi:StackReference",
            name,
            new StackReferenceArgs { Name = args?.Name ?? name },
            CustomResourceOptions.Merge(options, new CustomResourceOptions { Id = args?.Name ?? name }))
    {
    }

    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("outputs")]
    public Output<ImmutableDictionary<string, object>> Outputs { get; private set; } = null!;

    [Output("secretOutputNames")]
    public Output<ImmutableArray<string>> SecretOutputNames { get; private set; } = null!;

    /// <summary>Null where the other stack has no such output.</summary>
    public Output<object?> GetOutput(Input<string> name) => new(ReadAsync(name));

    /// <summary>The value itself, for a program that needs it before it creates resources; also null when unknown.</summary>
    /// <exception cref="InvalidOperationException">The output is secret.</exception>
    public async Task<object?> GetValueAsync(Input<string> name)
    {
        var data = await GetOutput(name).Data.ConfigureAwait(false);
        return !data.IsSecret ? data.Value : throw new InvalidOperationException(
            "Cannot call 'GetOutputValueAsync' if the referenced stack has secret outputs. Use 'GetOutput' instead.");
    }

    // One secret output makes all outputs together secret; individually, only that one is.
    private async Task<Resolved<object?>> ReadAsync(Input<string> name)
    {
        var value = await Output.Tuple(name.ToTypedOutput(), Outputs)
            .Apply(both => both.Item2.GetValueOrDefault(both.Item1)).Data.ConfigureAwait(false);
        var wanted = await name.ToTypedOutput().Data.ConfigureAwait(false);
        var secrets = await SecretOutputNames.Data.ConfigureAwait(false);
        var isSecret = wanted.IsKnown && secrets.IsKnown
            ? secrets.Value.Contains(wanted.Value)
            : (await Outputs.Data.ConfigureAwait(false)).IsSecret;
        return value with { IsSecret = isSecret };
    }
}

public class StackReferenceArgs : ResourceArgs
{
    [Input("name", required: true)]
    public Input<string>? Name { get; set; }
}
