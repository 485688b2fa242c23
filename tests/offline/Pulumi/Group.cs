using Pulumi;

namespace WorkoutLog.Offline.Tests.PulumiCore;

/// <summary>A component that makes what it is told to, and registers its outputs.</summary>
public sealed class Group : ComponentResource
{
    public Group(string name, Action<Group> create, ComponentResourceOptions? options = null)
        : base("test:index:Group", name, options)
    {
        create(this);
        RegisterOutputs();
    }

    [Output("label")]
    public Output<string>? Label { get; set; }

    [Output]
    public Output<int>? Total { get; set; }

    public Output<string> Unmarked { get; } = Output.Create("not registered");
}
