using WorkoutLog.Local.Runner.Api.Responses;
using WorkoutLog.Local.Runner.Api.Templates;

namespace WorkoutLog.Local.Runner.Api.Mocks;

/// <summary>What a mock integration answers to a request.</summary>
internal static class MockAnswer
{
    /// <returns>The answer, or the error that API Gateway answers instead.</returns>
    public static (GatewayAnswer? Answer, ApiError? Error) Of(ApiIntegration.Mock mock, ApiCall call, RouteMatch match)
    {
        var (status, error) = StatusOf(mock, call);
        if (error is not null)
        {
            return (null, error);
        }

        if (status is not { } asked || mock.Responses.FirstOrDefault(response => response.Answers(asked)) is not { } response)
        {
            return (null, ApiError.BadConfiguration);
        }

        var (mediaType, template) = response.Bodies.Choose(call.Http.Header("accept"));
        var body = template?.Render(ContextVariables.Of(call, match.Route)) ?? "";
        return (new GatewayAnswer(response.Status, mediaType, response.Headers, body), null);
    }

    // Null is a body that was taken for a request template and asks for no status.
    private static (int? Status, ApiError? Error) StatusOf(ApiIntegration.Mock mock, ApiCall call)
    {
        // API Gateway takes a request that does not say for JSON.
        var mediaType = MediaTypes.Without(call.Http.Header("content-type") ?? MediaTypes.Json);
        if (mock.Statuses.TryGetValue(mediaType, out var status))
        {
            return (status, null);
        }

        var refuses = mock.Unmatched == Passthrough.Never || (mock.Unmatched == Passthrough.WhenNoTemplates && !mock.Statuses.IsEmpty);
        return refuses ? (null, ApiError.UnsupportedMediaType) : (RequestedStatus.In(call.Http.Body.Span), null);
    }
}
