using System.Collections.Concurrent;
using Pulumi;
using Pulumi.Testing;

namespace WorkoutLog.Local.Graph;

/// <summary>Answers each registration as AWS would, so that policies and references in the graph resolve.</summary>
/// <param name="versions">Null for a new stack.</param>
public sealed class AwsMocks(AwsNames names, VersionNumbers? versions = null) : IMocks
{
    private static readonly ImmutableDictionary<string, object> _callerIdentity = ImmutableDictionary<string, object>.Empty
        .Add("id", AwsNames.Account)
        .Add("accountId", AwsNames.Account)
        .Add("userId", "AIDAEXAMPLE")
        .Add("arn", AwsNames.GlobalArn("iam", "user/nobody"));

    private readonly ConcurrentDictionary<(string Type, string Name), RegisteredResource> _registered = [];

    /// <summary>By type token and name: the registered inputs and answered outputs, including components.</summary>
    public IReadOnlyDictionary<(string Type, string Name), RegisteredResource> Registered => _registered;

    public ImmutableDictionary<string, Output<object?>> StackOutputs { get; private set; } = ImmutableDictionary<string, Output<object?>>.Empty;

    /// <summary>Why a registration failed; the SDK passes on only its text.</summary>
    public UserErrorException? Refusal { get; private set; }

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var (type, name) = (args.Type ?? "", args.Name ?? "");
        var outputs = type.StartsWith("workoutlog:", StringComparison.Ordinal)
            ? ImmutableDictionary<string, object>.Empty
            : Answer(type, name, args.Inputs);
        if (!_registered.TryAdd((type, name), new RegisteredResource(_registered.Count, args.Inputs, outputs)))
        {
            throw Refuse($"Two resources of type {type} are named \"{name}\"; a Pulumi engine refuses the second. Fix: rename one of them.");
        }

        return Task.FromResult<(string?, object)>((outputs.GetValueOrDefault("id") as string, outputs));
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return args.Token == "aws:index/getCallerIdentity:getCallerIdentity"
            ? Task.FromResult<object>(_callerIdentity)
            : throw Refuse($"The program calls {args.Token}, which has no answer without an account. Fix: add one to {nameof(AwsMocks)}.cs.");
    }

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (args.Urn.Contains("::pulumi:pulumi:Stack::", StringComparison.Ordinal))
        {
            StackOutputs = args.Outputs;
        }

        return Task.CompletedTask;
    }

    private ImmutableDictionary<string, object> Answer(string type, string logicalName, ImmutableDictionary<string, object> inputs)
    {
        var known = AwsResourceTypes.Find(type)
            ?? throw Refuse($"{logicalName} is of the unknown type {type}. Fix: add a class for the type to local/Graph/{nameof(Types)}.");
        var name = inputs.GetValueOrDefault("name") as string ?? names.AutoName(type, logicalName);
        var registration = new Registration(type, logicalName, name, inputs, names, versions ?? VersionNumbers.OfNewStack);
        return inputs.SetItem("name", name).SetItems(known.Outputs(registration).Select(output => KeyValuePair.Create(output.Name, output.Value)));
    }

    private UserErrorException Refuse(string message) => Refusal = new UserErrorException(message);
}

/// <param name="Order">Place in the order of registration, from 0.</param>
public sealed record RegisteredResource(int Order, ImmutableDictionary<string, object> Inputs, ImmutableDictionary<string, object> Outputs);
