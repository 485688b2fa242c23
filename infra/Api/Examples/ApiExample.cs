using System.Collections.Immutable;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api.Examples;

/// <summary>A request and its answer, under one name in the published document.</summary>
/// <remarks>
/// Every one can be tried: sent in the order of <see cref="ApiExamples.All"/> to an API whose data are empty, each is answered as it
/// says, but for <see cref="ExampleValues"/>.
/// </remarks>
/// <param name="Name">Unique among the examples of its route.</param>
/// <param name="Summary">One sentence for the API's readers.</param>
public sealed record ApiExample(string Name, string Summary, Route Route, ExampleRequest Request, ExampleAnswer Answer)
{
    /// <summary>Path and query as they are sent, percent-encoded.</summary>
    public string Target
    {
        get
        {
            var path = Request.Path.Aggregate(
                Route.Path,
                (template, value) => template.Replace($"{{{value.Key}}}", Uri.EscapeDataString(value.Value), StringComparison.Ordinal));
            var query = string.Join('&', Request.Query.Select(value => $"{value.Key}={Uri.EscapeDataString(value.Value)}"));
            return query.Length == 0 ? path : $"{path}?{query}";
        }
    }
}

public sealed record ExampleRequest
{
    public ExampleCaller Caller { get; init; } = ExampleCaller.Service;

    /// <summary>Name to value, of every parameter in the path.</summary>
    public ImmutableSortedDictionary<string, string> Path { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public ImmutableSortedDictionary<string, string> Query { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Without a <c>Content-Type</c>, a body is sent as <see cref="MediaTypes.Json"/>.</summary>
    public ImmutableSortedDictionary<string, string> Headers { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public string? Body { get; init; }
}

/// <summary>Who signs the request.</summary>
public enum ExampleCaller
{
    /// <summary>An IAM principal, which may act for any user.</summary>
    Service,

    /// <summary>The Cognito identity <see cref="ExampleValues.Athlete"/>.</summary>
    Athlete,
}

/// <param name="MediaType">Null without a body.</param>
/// <param name="Headers">Those that the route declares.</param>
/// <param name="Body">JSON (written compactly), or plain text where the media type says so; null for none.</param>
public sealed record ExampleAnswer(int Status, string? MediaType, ImmutableSortedDictionary<string, string> Headers, string? Body);
