namespace WorkoutLog.Local.Graph.Types;

/// <summary>
/// All that the tools know of one resource type of a provider. A new type is one class that derives from this one:
/// <see cref="AwsResourceTypes"/> finds it.
/// </summary>
/// <param name="token">Pulumi's, such as <c>aws:dynamodb/table:Table</c>.</param>
/// <param name="replacement">Which changes of its inputs the provider can't make in place.</param>
internal abstract class AwsResourceType(string token, Emulation emulation, Replacement replacement, Charge charge)
{
    public string TypeToken { get; } = token;

    public Emulation Emulation { get; } = emulation;

    public Replacement Replacement { get; } = replacement;

    public Charge Charge { get; } = charge;

    /// <summary>What AWS answers when a resource is made, besides its inputs and its name.</summary>
    public abstract IEnumerable<(string Name, object Value)> Outputs(Registration resource);

    /// <summary>What a reviewer wants to see at a glance.</summary>
    public virtual IEnumerable<string> Facts(JsonObject inputs) => [];

    protected static string[] When(bool condition, string fact) => condition ? [fact] : [];
}

/// <param name="Name">The input of that name, or the one that Pulumi makes.</param>
internal sealed record Registration(
    string Type, string LogicalName, string Name, ImmutableDictionary<string, object> Inputs, AwsNames Names, Versions.VersionNumbers Versions)
{
    public string Region => Names.Region;

    public string ShortId => Names.ShortId(Type, LogicalName);

    public string Uuid => Names.Uuid(Type, LogicalName);

    public string Arn(string service, string resource) => Names.Arn(service, resource);

    public string Text(string input) => (string)Inputs[input];
}

/// <summary>What a local run does with a resource type.</summary>
internal abstract record Emulation
{
    private Emulation()
    {
    }

    /// <param name="WithoutEffect">Inputs that have no effect in the run, each with what that means.</param>
    public sealed record Supported(params ImmutableArray<(string Input, string Effect)> WithoutEffect) : Emulation;

    /// <summary>The run goes without it, and says so when it starts.</summary>
    public sealed record Unsupported(string Reason) : Emulation;
}

/// <summary>What the provider does when an input changes. <see cref="ProviderSchema"/> says where each fact is from.</summary>
/// <param name="By">Inputs, or members of inputs (<c>a.b</c>), of which any change replaces the resource.</param>
internal sealed record Replacement(params ImmutableArray<string> By)
{
    public ImmutableArray<string> ByDecrease { get; init; } = [];

    /// <summary>Inputs that replace the resource when they go from the first value to the second.</summary>
    public ImmutableDictionary<string, (string From, string To)> ByStep { get; init; } = ImmutableDictionary<string, (string, string)>.Empty;

    /// <summary>The input that Pulumi fills with a name of its own when it is left out; null for a type without one.</summary>
    public string? NamedBy { get; init; }

    /// <summary>What is lost with the resource, as in "its items"; null where nothing is.</summary>
    public string? Holds { get; init; }

    /// <summary>Inputs that the provider keeps secret.</summary>
    public ImmutableArray<string> Secret { get; init; } = [];

    /// <summary>Why a replacement is no harm; null where there is nothing to say.</summary>
    public string? WhenReplaced { get; init; }
}

/// <summary>What a resource type costs.</summary>
internal abstract record Charge
{
    private Charge()
    {
    }

    public sealed record Free(string Reason) : Charge;

    public sealed record ByUsage(Func<GraphResource, ResourceGraph, Workload, IEnumerable<Usage>> Of) : Charge;
}

/// <summary>What a resource uses in a month of one thing that has a price.</summary>
/// <param name="Type">Of the resource, in Pulumi's words.</param>
/// <param name="What">For people; usages of the same resource type and text are one line of the bill.</param>
internal sealed record Usage(string Type, string What, string Price, double Quantity);
