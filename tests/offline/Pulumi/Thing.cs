using System.Collections.Immutable;
using Pulumi;

namespace WorkoutLog.Offline.Tests.PulumiCore;

[ThingResourceType("test:index:Thing")]
public sealed class Thing : CustomResource
{
    public Thing(string name, ThingArgs? args, CustomResourceOptions? options = null)
        : base("test:index:Thing", name, args, options)
    {
    }

    [Output("title")]
    public Output<string> Title { get; private set; } = null!;

    [Output("count")]
    public Output<int> Count { get; private set; } = null!;

    [Output("ratio")]
    public Output<double?> Ratio { get; private set; } = null!;

    [Output("enabled")]
    public Output<bool> Enabled { get; private set; } = null!;

    [Output("tags")]
    public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;

    [Output("zones")]
    public Output<ImmutableArray<string>> Zones { get; private set; } = null!;

    [Output("part")]
    public Output<Part?> Part { get; private set; } = null!;

    [Output("parts")]
    public Output<ImmutableArray<Part>> Parts { get; private set; } = null!;

    [Output("mode")]
    public Output<Mode?> Mode { get; private set; } = null!;

    [Output("either")]
    public Output<Union<string, int>> Either { get; private set; } = null!;

    [Output("anything")]
    public Output<object?> Anything { get; private set; } = null!;

    [Output("code")]
    public Output<Archive?> Code { get; private set; } = null!;
}
