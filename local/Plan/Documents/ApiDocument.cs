using System.Collections.Frozen;

namespace WorkoutLog.Local.Plan.Documents;

/// <summary>The body of a REST API: its routes, except those that the gateway answers itself.</summary>
/// <param name="Routes">Method and path, such as <c>GET /stats/{userId}</c>, to the operation.</param>
internal sealed partial record ApiDocument(JsonObject Body, FrozenDictionary<string, ApiRoute> Routes)
{
    private static readonly FrozenSet<string> _methods =
        FrozenSet.Create(StringComparer.Ordinal, "get", "put", "post", "delete", "options", "head", "patch", "x-amazon-apigateway-any-method");

    /// <returns>Null for a document of another kind.</returns>
    public static ApiDocument? Find(JsonObject? document) =>
        document is not null && document.ContainsKey("openapi") && document["paths"] is JsonObject ? Read(document) : null;

    public static ApiDocument Read(JsonObject body)
    {
        var routes =
            from path in body["paths"]!.AsObject()
            from method in path.Value as JsonObject ?? []
            where _methods.Contains(method.Key) && method.Value is JsonObject
            let route = new ApiRoute(method.Key.StartsWith("x-", StringComparison.Ordinal) ? "ANY" : method.Key.ToUpperInvariant(), path.Key, method.Value!.AsObject())
            where !route.IsAnsweredByGateway
            select route;
        return new ApiDocument(body, routes.ToFrozenDictionary(route => route.Name, StringComparer.Ordinal));
    }

    /// <summary>The origins that the API's answers to preflights allow.</summary>
    public IEnumerable<string> Origins => Body["paths"]!.AsObject()
        .SelectMany(path => AllowedOrigin().Matches($"{path.Value?["options"]?["x-amazon-apigateway-integration"]?.ToJsonString(GraphJson.Unescaped)}"))
        .Select(match => match.Groups["origin"].Value)
        .Distinct();

    /// <summary>The type of authorisation that a route requires; null for none.</summary>
    public string? AuthorisationOf(ApiRoute route)
    {
        var schemes = (route.Operation["security"] ?? Body["security"]) as JsonArray ?? [];
        // An empty alternative makes authorisation optional.
        return schemes.Count == 0 || schemes.Any(scheme => scheme is JsonObject { Count: 0 })
            ? null
            : string.Join(" or ", schemes.OfType<JsonObject>().Select(scheme => string.Join(" and ", scheme.Select(named => TypeOf(named.Key)))));
    }

    public JsonObject Resolve(JsonNode? schema)
    {
        const string Schemas = "#/components/schemas/";
        var reference = schema?["$ref"]?.ToString();
        return reference is not null && reference.StartsWith(Schemas, StringComparison.Ordinal)
            ? Body["components"]?["schemas"]?[reference[Schemas.Length..]] as JsonObject ?? []
            : schema as JsonObject ?? [];
    }

    // The header's fixed value, and those that a template sets instead.
    [GeneratedRegex("""Access-Control-Allow-Origin(?:":"'| = \\")(?<origin>[^'"\\]+)""")]
    private static partial Regex AllowedOrigin();

    private string TypeOf(string scheme)
    {
        var declared = Body["components"]?["securitySchemes"]?[scheme];
        return $"{declared?["x-amazon-apigateway-authtype"] ?? declared?["type"] ?? scheme}";
    }
}

/// <param name="Method">In capitals; <c>ANY</c> for all methods.</param>
internal sealed partial record ApiRoute(string Method, string Path, JsonObject Operation)
{
    public string Name => $"{Method} {Path}";

    /// <summary>No function is behind it.</summary>
    public bool IsAnsweredByGateway => $"{Integration?["type"]}".Equals("mock", StringComparison.OrdinalIgnoreCase);

    /// <summary>The function that serves it, by its name without Pulumi's suffix; else the integration's URI.</summary>
    public string Target =>
        FunctionName().Match($"{Integration?["uri"]}") is { Success: true } function ? function.Groups["name"].Value : $"{Integration?["uri"]}";

    public IEnumerable<KeyValuePair<string, JsonObject>> Parameters =>
        Operation.Objects("parameters").Select(parameter => KeyValuePair.Create($"{parameter["in"]} {parameter["name"]}", parameter));

    public JsonObject? Body => Operation["requestBody"] as JsonObject;

    public JsonObject Answers => Operation["responses"] as JsonObject ?? [];

    private JsonObject? Integration => Operation["x-amazon-apigateway-integration"] as JsonObject;

    [GeneratedRegex("function:(?<name>[A-Za-z0-9_-]+?)(?:-[0-9a-f]{7})?(?::[A-Za-z0-9_$-]+)?/invocations")]
    private static partial Regex FunctionName();
}
