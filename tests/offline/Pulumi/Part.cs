using Pulumi;

namespace WorkoutLog.Offline.Tests.PulumiCore;

[OutputType]
public sealed class Part
{
    [OutputConstructor]
    private Part(string label, int? size, bool @fixed)
    {
        Label = label;
        Size = size;
        Fixed = @fixed;
    }

    public string Label { get; }

    public int? Size { get; }

    public bool Fixed { get; }
}
