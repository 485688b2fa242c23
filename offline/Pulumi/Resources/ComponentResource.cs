using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A resource that groups others and exists only in the program.</summary>
public class ComponentResource : Resource
{
    public ComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : this(type, name, ResourceArgs.Empty, options)
    {
    }

    public ComponentResource(
        string type, string name, ResourceArgs? args, ComponentResourceOptions? options = null, bool remote = false)
        : base(type, name, custom: false, remote, args ?? ResourceArgs.Empty, options ?? new ComponentResourceOptions())
    {
    }

    /// <summary>Registers the public properties with an <see cref="OutputAttribute"/> that have a value.</summary>
    protected void RegisterOutputs() => RegisterOutputs(DeclaredOutputs.ReadFrom(this));

    protected void RegisterOutputs(IDictionary<string, object?> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        RegisterOutputs(Output.Create(outputs));
    }

    protected void RegisterOutputs(Task<IDictionary<string, object?>> outputs) => RegisterOutputs(Output.Create(outputs));

    protected void RegisterOutputs(Output<IDictionary<string, object?>> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        var run = Pulumi.Deployment.RequiredRun;
        run.Track(run.Resources.RegisterOutputsAsync(this, outputs));
    }
}
