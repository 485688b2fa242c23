namespace WorkoutLog.Local.Runner;

/// <summary>Validates requests with the request validators that the document declares for its routes.</summary>
internal sealed class RequestValidators
{
    private const string Declarations = "x-amazon-apigateway-request-validators";
    private const string Choice = "x-amazon-apigateway-request-validator";

    private readonly ImmutableDictionary<(string Method, string Path), (string Name, string Place)[]> _required;

    /// <exception cref="UserErrorException">A route names a validator that is not declared, or one that validates bodies against a model.</exception>
    public RequestValidators(JsonObject document) => _required = OpenApiRoutes.Operations(document)
        .ToImmutableDictionary(operation => (operation.Method, operation.Path), operation => Required(document, operation));

    /// <returns>Null for a valid request.</returns>
    public ApiError? Check(ApiCall call, RouteMatch match)
    {
        if (!_required.TryGetValue((match.Route.Method, match.Route.Path), out var required))
        {
            return null;
        }

        // A blank value counts as missing; other values are validated by the function.
        string[] missing =
            [.. required.Where(parameter => string.IsNullOrWhiteSpace(Value(parameter.Name, parameter.Place, call, match))).Select(parameter => parameter.Name)];
        return missing.Length > 0 ? ApiError.BadRequestParameters(missing) : null;
    }

    private static (string Name, string Place)[] Required(JsonObject document, ApiOperation operation)
    {
        if ((operation.Description.Text(Choice) ?? document.Text(Choice)) is not { } name)
        {
            return [];
        }

        var declared = document[Declarations]?[name] as JsonObject
            ?? throw new UserErrorException($"{operation.Method} {operation.Path} of the API has the request validator '{name}', which is not declared.");
        if (declared.Flag("validateRequestBody") && operation.Description["requestBody"] is not null)
        {
            throw new UserErrorException($"{operation.Method} {operation.Path} of the API validates bodies in API Gateway, which a local run does not support. Fix: validate them in the function.");
        }

        return
        [
            .. from parameter in declared.Flag("validateRequestParameters") ? operation.Description.Objects("parameters") : []
               where parameter.Flag("required")
               select (parameter.Text("name")!, parameter.Text("in")!),
        ];
    }

    private static string? Value(string name, string place, ApiCall call, RouteMatch match) => place switch
    {
        "path" => match.PathParameters.GetValueOrDefault(name),
        "query" => call.Query.Where(parameter => parameter.Key == name).Select(parameter => parameter.Value[^1]).FirstOrDefault(),
        _ => call.Http.Header(name),
    };
}
