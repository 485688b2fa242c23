using Pulumi;

namespace WorkoutLog.Offline.Tests.PulumiCore;

public sealed class PartArgs : ResourceArgs
{
    [Input("values")]
    private InputList<object>? _values;

    [Input("label", required: true)]
    public Input<string> Label { get; set; } = null!;

    [Input("size")]
    public Input<int>? Size { get; set; }

    public InputList<object> Values
    {
        get => _values ??= new InputList<object>();
        set => _values = value;
    }
}
