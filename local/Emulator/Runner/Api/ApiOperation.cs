using System.Text.Json.Nodes;

namespace WorkoutLog.Local.Runner.Api;

/// <summary>One method of a path in the document.</summary>
/// <param name="Method">HTTP method in upper case, or <see cref="ApiRoute.AnyMethod"/>.</param>
/// <param name="Description">The Operation Object.</param>
internal sealed record ApiOperation(string Method, string Path, JsonObject Description);
