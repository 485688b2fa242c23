namespace WorkoutLog.Local.Runner.Api.Validation;

/// <summary>A parameter that a route can't do without.</summary>
/// <param name="Place"><c>path</c>, <c>query</c> or <c>header</c>.</param>
internal sealed record RequiredParameter(string Name, string Place)
{
    /// <summary>Whether it is there and not blank. What it says is the function's matter.</summary>
    public bool IsIn(ApiCall call, RouteMatch match) => !string.IsNullOrWhiteSpace(Place switch
    {
        "path" => match.PathParameters.GetValueOrDefault(Name),
        "query" => QueryString.Parse(call.Http.RawQuery).Where(parameter => parameter.Key == Name).Select(parameter => parameter.Value[^1]).FirstOrDefault(),
        _ => call.Http.Header(Name),
    });
}
