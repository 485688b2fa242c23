namespace WorkoutLog.Local.Runner;

/// <summary>Checks requests, before anything answers them, by the request validators that the document declares for its routes.</summary>
internal sealed class RequestValidators
{
    private const string Declarations = "x-amazon-apigateway-request-validators";
    private const string Choice = "x-amazon-apigateway-request-validator";

    private readonly ImmutableDictionary<(string Method, string Path), Validator> _validators;

    /// <exception cref="UserErrorException">A route names a validator that is not declared, or a model that a local run can't check.</exception>
    public RequestValidators(JsonObject document) => _validators = OpenApiRoutes.Operations(document)
        .Select(operation => (operation.Method, operation.Path, Validator: Read(document, operation)))
        .Where(route => route.Validator is not null)
        .ToImmutableDictionary(route => (route.Method, route.Path), route => route.Validator!);

    /// <returns>Null for a request that may go on.</returns>
    public ApiError? Check(ApiCall call, RouteMatch match)
    {
        if (!_validators.TryGetValue((match.Route.Method, match.Route.Path), out var validator))
        {
            return null;
        }

        // A blank one is missing. What it says is the function's matter.
        string[] missing =
            [.. validator.Required.Where(parameter => string.IsNullOrWhiteSpace(Value(parameter.Name, parameter.Place, call, match))).Select(parameter => parameter.Name)];
        if (missing.Length > 0)
        {
            return ApiError.BadRequestParameters(missing);
        }

        // What has no model goes on unchecked.
        var errors = validator.Models.TryGetValue(call.MediaType, out var model) ? ModelValidator.Check(model, call.Http.Body) : [];
        return errors.IsEmpty ? null : ApiError.BadRequestBody(errors);
    }

    private static Validator? Read(JsonObject document, ApiOperation operation)
    {
        if ((operation.Description.Text(Choice) ?? document.Text(Choice)) is not { } name)
        {
            return null;
        }

        var declared = document[Declarations]?[name] as JsonObject
            ?? throw new UserErrorException($"{operation.Method} {operation.Path} of the API has the request validator '{name}', which is not declared.");
        var parameters = declared.Flag("validateRequestParameters") ? operation.Description.Objects("parameters") : [];
        var contents = (declared.Flag("validateRequestBody") ? operation.Description["requestBody"]?["content"] as JsonObject : null) ?? [];
        return new Validator(
            [.. parameters.Where(parameter => parameter.Flag("required")).Select(parameter => (parameter.Text("name")!, parameter.Text("in")!))],
            contents.Where(content => content.Value!["schema"] is not null).ToImmutableDictionary(
                content => content.Key, content => new ModelReader(document).Read(content.Value!["schema"]!), StringComparer.OrdinalIgnoreCase));
    }

    private static string? Value(string name, string place, ApiCall call, RouteMatch match) => place switch
    {
        "path" => match.PathParameters.GetValueOrDefault(name),
        "query" => call.Query.Where(parameter => parameter.Key == name).Select(parameter => parameter.Value[^1]).FirstOrDefault(),
        _ => call.Http.Header(name),
    };

    /// <param name="Models">Media type of the body, in any case, to its model.</param>
    private sealed record Validator(ImmutableArray<(string Name, string Place)> Required, ImmutableDictionary<string, Model> Models);
}
