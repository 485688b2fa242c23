using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;
using WorkoutLog.Infra.Settings;
using Alias = Pulumi.Aws.Lambda.Alias;

namespace WorkoutLog.Infra.Components;

/// <summary>The alias that serves requests, routed by the release.</summary>
internal static class LiveAlias
{
    public static Alias Create(string name, Function function, FunctionRelease release, Resource parent) => new(name, new AliasArgs
    {
        Name = WorkoutFunction.AliasName,
        Description = "The version that serves requests",
        FunctionName = function.Name,
        FunctionVersion = Version(function, release),
        RoutingConfig = release is FunctionRelease.Canary canary
            ? new AliasRoutingConfigArgs { AdditionalVersionWeights = function.Version.Apply(version => Weights(version, canary)) }
            : null!,
    }, new CustomResourceOptions { Parent = parent, DependsOn = { function } });

    private static Input<string> Version(Function function, FunctionRelease release) => release switch
    {
        FunctionRelease.Latest => function.Version,
        FunctionRelease.Pinned pinned => pinned.Version,
        FunctionRelease.Canary canary => canary.StableVersion,
        _ => throw new InvalidOperationException($"{release.GetType()} is not a known release."),
    };

    // Lambda rejects a weight for the alias's main version, which is the newest until another is published.
    private static ImmutableDictionary<string, double> Weights(string version, FunctionRelease.Canary canary) =>
        version == canary.StableVersion
            ? ImmutableDictionary<string, double>.Empty
            : ImmutableDictionary<string, double>.Empty.Add(version, canary.Percent / 100.0);
}
