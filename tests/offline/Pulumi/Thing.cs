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

    [Output("title")] public Output<string> Title { get; private set; } = null!;
    [Output("count")] public Output<int> Count { get; private set; } = null!;
    [Output("ratio")] public Output<double?> Ratio { get; private set; } = null!;
    [Output("enabled")] public Output<bool> Enabled { get; private set; } = null!;
    [Output("tags")] public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;
    [Output("zones")] public Output<ImmutableArray<string>> Zones { get; private set; } = null!;
    [Output("part")] public Output<Part?> Part { get; private set; } = null!;
    [Output("parts")] public Output<ImmutableArray<Part>> Parts { get; private set; } = null!;
    [Output("mode")] public Output<Mode?> Mode { get; private set; } = null!;
    [Output("either")] public Output<Union<string, int>> Either { get; private set; } = null!;
    [Output("anything")] public Output<object?> Anything { get; private set; } = null!;
    [Output("code")] public Output<Archive?> Code { get; private set; } = null!;
}

/// <summary>Written like the generated provider classes.</summary>
public sealed class ThingArgs : ResourceArgs
{
    [Input("tags")] private InputMap<string>? _tags;
    [Input("zones")] private InputList<string>? _zones;
    [Input("parts")] private InputList<PartArgs>? _parts;
    [Input("title", required: true)] public Input<string> Title { get; set; } = null!;
    [Input("count")] public Input<int>? Count { get; set; }
    [Input("ratio")] public Input<double>? Ratio { get; set; }
    [Input("enabled")] public Input<bool>? Enabled { get; set; }
    [Input("big")] public Input<long>? Big { get; set; }
    [Input("day")] public Input<DayOfWeek>? Day { get; set; }
    [Input("mode")] public InputUnion<string, Mode>? Mode { get; set; }
    [Input("part")] public Input<PartArgs>? Part { get; set; }
    [Input("code")] public Input<Archive>? Code { get; set; }
    [Input("anything")] public Input<object>? Anything { get; set; }
    [Input("document", json: true)] public Input<PartArgs>? Document { get; set; }

    public InputMap<string> Tags
    {
        get => _tags ??= new InputMap<string>();
        set => _tags = value;
    }

    public InputList<string> Zones
    {
        get => _zones ??= new InputList<string>();
        set => _zones = value;
    }

    public InputList<PartArgs> Parts
    {
        get => _parts ??= new InputList<PartArgs>();
        set => _parts = value;
    }
}

[OutputType]
public sealed class Part
{
    [OutputConstructor]
    private Part(string label, int? size, bool @fixed) => (Label, Size, Fixed) = (label, size, @fixed);

    public string Label { get; }

    public int? Size { get; }

    public bool Fixed { get; }
}

public sealed class PartArgs : ResourceArgs
{
    [Input("values")] private InputList<object>? _values;
    [Input("label", required: true)] public Input<string> Label { get; set; } = null!;
    [Input("size")] public Input<int>? Size { get; set; }

    public InputList<object> Values
    {
        get => _values ??= new InputList<object>();
        set => _values = value;
    }
}

[EnumType]
public readonly record struct Mode
{
    private readonly string _value;

    private Mode(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    public static Mode OnDemand { get; } = new("PAY_PER_REQUEST");

    public static explicit operator string(Mode value) => value._value;

    public override string ToString() => _value;
}

[AttributeUsage(AttributeTargets.Class)]
public sealed class ThingResourceTypeAttribute(string type) : ResourceTypeAttribute(type, "1.0.0");

/// <summary>A component that creates the given resources and registers its outputs.</summary>
public sealed class Group : ComponentResource
{
    public Group(string name, Action<Group> create, ComponentResourceOptions? options = null)
        : base("test:index:Group", name, options)
    {
        create(this);
        RegisterOutputs();
    }

    [Output("label")] public Output<string>? Label { get; set; }
    [Output] public Output<int>? Total { get; set; }

    public Output<string> Unmarked { get; } = Output.Create("not registered");
}
