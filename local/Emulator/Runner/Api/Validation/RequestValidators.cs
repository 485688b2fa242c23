using System.Collections.Immutable;
using System.Text.Json.Nodes;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.Runner.Api.Validation;

/// <summary>The request validators that the document declares for its routes.</summary>
internal sealed class RequestValidators
{
    private const string Declarations = "x-amazon-apigateway-request-validators";
    private const string Choice = "x-amazon-apigateway-request-validator";

    private readonly ImmutableDictionary<(string Method, string Path), RequestValidator> _validators;

    private RequestValidators(ImmutableDictionary<(string, string), RequestValidator> validators) => _validators = validators;

    /// <exception cref="UserErrorException">A route names a validator that is not declared, or a model that a local run can't check.</exception>
    public static RequestValidators Read(JsonObject document) => new(OpenApiRoutes.Operations(document)
        .Select(operation => (operation.Method, operation.Path, Validator: Read(document, operation)))
        .Where(route => route.Validator is not null)
        .ToImmutableDictionary(route => (route.Method, route.Path), route => route.Validator!));

    /// <returns>Null for a request that may go on.</returns>
    public ApiError? Check(ApiCall call, RouteMatch match) =>
        _validators.GetValueOrDefault((match.Route.Method, match.Route.Path))?.Check(call, match);

    private static RequestValidator? Read(JsonObject document, ApiOperation operation)
    {
        if ((operation.Description.Text(Choice) ?? document.Text(Choice)) is not { } name)
        {
            return null;
        }

        var declared = document[Declarations]?[name] as JsonObject
            ?? throw new UserErrorException($"{operation.Method} {operation.Path} of the API has the request validator '{name}', which is not declared.");
        return new RequestValidator(
            declared.Flag("validateRequestParameters") ? Parameters(operation) : [],
            declared.Flag("validateRequestBody") ? Models(document, operation) : ImmutableDictionary<string, Model>.Empty);
    }

    private static ImmutableArray<RequiredParameter> Parameters(ApiOperation operation) =>
    [
        .. operation.Description.Objects("parameters")
            .Where(parameter => parameter.Flag("required"))
            .Select(parameter => new RequiredParameter(parameter.Text("name")!, parameter.Text("in")!)),
    ];

    private static ImmutableDictionary<string, Model> Models(JsonObject document, ApiOperation operation) =>
        (operation.Description["requestBody"]?["content"] as JsonObject ?? [])
        .Where(content => content.Value!["schema"] is not null)
        .ToImmutableDictionary(
            content => content.Key,
            content => new ModelReader(document).Read(content.Value!["schema"]!),
            StringComparer.OrdinalIgnoreCase);
}
