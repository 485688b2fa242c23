namespace WorkoutLog.Local.Graph.Types;

/// <summary>
/// Everything that the tools know about one resource type of a provider. To add a type, derive a class:
/// <see cref="AwsResourceTypes"/> finds it.
/// </summary>
/// <param name="token">Pulumi's, such as <c>aws:dynamodb/table:Table</c>.</param>
/// <param name="replacement">The input changes that the provider can't make in place.</param>
internal abstract class AwsResourceType(string token, Emulation emulation, Replacement replacement, Charge charge)
{
    public string TypeToken { get; } = token;

    public Emulation Emulation { get; } = emulation;

    public Replacement Replacement { get; } = replacement;

    public Charge Charge { get; } = charge;

    /// <summary>The outputs that AWS returns on creation, in addition to inputs and name.</summary>
    public abstract IEnumerable<(string Name, object Value)> Outputs(Registration resource);

    /// <summary>The most important facts for a reviewer.</summary>
    public virtual IEnumerable<string> Facts(JsonObject inputs) => [];

    protected static string[] When(bool condition, string fact) => condition ? [fact] : [];
}

/// <param name="Name">The input <c>name</c>, or Pulumi's auto-name.</param>
internal sealed record Registration(
    string Type, string LogicalName, string Name, ImmutableDictionary<string, object> Inputs, AwsNames Names, Versions.VersionNumbers Versions)
{
    public string Region => Names.Region;

    public string ShortId => Names.ShortId(Type, LogicalName);

    public string Uuid => Names.Uuid(Type, LogicalName);

    public string Arn(string service, string resource) => Names.Arn(service, resource);

    public string Text(string input) => (string)Inputs[input];
}

/// <summary>How a local run treats a resource type.</summary>
internal abstract record Emulation
{
    private Emulation()
    {
    }

    /// <param name="WithoutEffect">Inputs without effect in the run, each with the consequence.</param>
    public sealed record Supported(params ImmutableArray<(string Input, string Effect)> WithoutEffect) : Emulation;

    /// <summary>The run omits it, and reports that at startup.</summary>
    public sealed record Unsupported(string Reason) : Emulation;
}

/// <summary>How the provider handles a changed input. <see cref="ProviderSchema"/> has the sources.</summary>
/// <param name="By">Inputs, or members of inputs (<c>a.b</c>), that replace the resource when they change.</param>
internal sealed record Replacement(params ImmutableArray<string> By)
{
    public ImmutableArray<string> ByDecrease { get; init; } = [];

    /// <summary>Inputs that replace the resource when they change from the first value to the second.</summary>
    public ImmutableDictionary<string, (string From, string To)> ByStep { get; init; } = ImmutableDictionary<string, (string, string)>.Empty;

    /// <summary>The input that Pulumi sets to an auto-name if it is absent; null for a type without one.</summary>
    public string? NamedBy { get; init; }

    /// <summary>The data that is lost with the resource, such as "its items"; null for none.</summary>
    public string? Holds { get; init; }

    /// <summary>Inputs that the provider keeps secret.</summary>
    public ImmutableArray<string> Secret { get; init; } = [];

    /// <summary>Why a replacement is harmless; null for no note.</summary>
    public string? WhenReplaced { get; init; }
}

/// <summary>The cost of a resource type.</summary>
internal abstract record Charge
{
    private Charge()
    {
    }

    public sealed record Free(string Reason) : Charge;

    public sealed record ByUsage(Func<GraphResource, ResourceGraph, Workload, IEnumerable<Usage>> Of) : Charge;
}

/// <summary>A resource's monthly usage of one price.</summary>
/// <param name="Type">The resource's type token.</param>
/// <param name="What">Display text; usages of the same resource type and text are one line of the bill.</param>
internal sealed record Usage(string Type, string What, string Price, double Quantity);
