namespace WorkoutLog.Infra.Api;

/// <summary>A parameter of a route.</summary>
public sealed record RouteParameter(string Name, ParameterPlace Place, string Description, ParameterSchema Schema)
{
    public static RouteParameter InPath(string name, string description, ParameterSchema schema) => new(name, ParameterPlace.Path, description, schema);

    public static RouteParameter InQuery(string name, string description, ParameterSchema schema) => new(name, ParameterPlace.Query, description, schema);

    public static RouteParameter InHeader(string name, string description, ParameterSchema schema) => new(name, ParameterPlace.Header, description, schema);
}

public enum ParameterPlace
{
    Path,
    Query,
    Header,
}
