using Pulumi;

namespace WorkoutLog.Offline.Tests.PulumiCore;

/// <summary>Written as the generated provider classes are.</summary>
public sealed class ThingArgs : ResourceArgs
{
    [Input("tags")]
    private InputMap<string>? _tags;

    [Input("zones")]
    private InputList<string>? _zones;

    [Input("parts")]
    private InputList<PartArgs>? _parts;

    [Input("title", required: true)]
    public Input<string> Title { get; set; } = null!;

    [Input("count")]
    public Input<int>? Count { get; set; }

    [Input("ratio")]
    public Input<double>? Ratio { get; set; }

    [Input("enabled")]
    public Input<bool>? Enabled { get; set; }

    [Input("big")]
    public Input<long>? Big { get; set; }

    [Input("day")]
    public Input<DayOfWeek>? Day { get; set; }

    [Input("mode")]
    public InputUnion<string, Mode>? Mode { get; set; }

    [Input("part")]
    public Input<PartArgs>? Part { get; set; }

    [Input("code")]
    public Input<Archive>? Code { get; set; }

    [Input("anything")]
    public Input<object>? Anything { get; set; }

    [Input("document", json: true)]
    public Input<PartArgs>? Document { get; set; }

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
