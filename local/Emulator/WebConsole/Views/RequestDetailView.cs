using System.Collections.Immutable;

namespace WorkoutLog.Local.WebConsole.Views;

/// <summary>All about one request.</summary>
/// <param name="Route">Null for an unknown path.</param>
/// <param name="GatewayError">Where the API itself refused.</param>
internal sealed record RequestDetailView(
    RequestView Request,
    string TraceId,
    string? Route,
    string? GatewayError,
    double? IntegrationMilliseconds,
    ImmutableArray<InvocationView> Invocations,
    ImmutableArray<AwsCallView> Calls);

/// <param name="Version">Number of the version that ran.</param>
/// <param name="Result">In words.</param>
/// <param name="InitMilliseconds">Of a cold start; null for a warm one.</param>
internal sealed record InvocationView(
    string Function, string Version, string Result, bool Failed, double Milliseconds, double? InitMilliseconds, ImmutableArray<string> Lines);

/// <param name="Action"><c>dynamodb:GetItem</c>.</param>
/// <param name="Resources">The last part of each ARN.</param>
/// <param name="Error">Empty for success.</param>
internal sealed record AwsCallView(DateTimeOffset Time, string Action, ImmutableArray<string> Resources, int Status, string Error, double Milliseconds);
