using System.Collections.Immutable;
using WorkoutLog.Local.Runner.Api.Templates;

namespace WorkoutLog.Local.Runner.Api.Validation;

/// <summary>What API Gateway checks of a route's requests before anything answers them.</summary>
/// <param name="Models">Media type of the body, in any case, to its model.</param>
internal sealed record RequestValidator(ImmutableArray<RequiredParameter> Parameters, ImmutableDictionary<string, Model> Models)
{
    /// <returns>Null for a request that may go on.</returns>
    public ApiError? Check(ApiCall call, RouteMatch match)
    {
        var missing = Parameters.Where(parameter => !parameter.IsIn(call, match)).Select(parameter => parameter.Name).ToArray();
        if (missing.Length > 0)
        {
            return ApiError.BadRequestParameters(missing);
        }

        // A request that does not say what its body is counts as JSON. What has no model goes on unchecked.
        var mediaType = MediaTypes.Without(call.Http.Header("content-type") ?? MediaTypes.Json);
        if (!Models.TryGetValue(mediaType, out var model))
        {
            return null;
        }

        var errors = ModelValidator.Check(model, call.Http.Body);
        return errors.IsEmpty ? null : ApiError.BadRequestBody(errors);
    }
}
