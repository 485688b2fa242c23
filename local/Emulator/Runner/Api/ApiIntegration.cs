using System.Collections.Immutable;
using WorkoutLog.Local.Runner.Api.Mocks;

namespace WorkoutLog.Local.Runner.Api;

/// <summary>What answers a route.</summary>
public abstract record ApiIntegration
{
    private ApiIntegration()
    {
    }

    /// <summary>A function answers the whole request.</summary>
    /// <param name="InvokedArn">ARN that is called: the alias of a function.</param>
    /// <param name="Timeout">How long API Gateway waits for the function.</param>
    public sealed record Proxy(string InvokedArn, TimeSpan Timeout) : ApiIntegration;

    /// <summary>API Gateway answers itself.</summary>
    /// <param name="Statuses">Media type of the request's body to the status that is asked for.</param>
    /// <param name="Unmatched">What happens to a body of another media type.</param>
    /// <param name="Responses">Tried in this order.</param>
    public sealed record Mock(ImmutableDictionary<string, int> Statuses, Passthrough Unmatched, ImmutableArray<MockResponse> Responses) : ApiIntegration;
}
