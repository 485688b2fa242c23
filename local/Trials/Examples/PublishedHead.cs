using WorkoutLog.Infra.Components;

namespace WorkoutLog.Local.Examples;

/// <summary>The parts of the published document about the API as a whole: servers, contact, tags.</summary>
internal static class PublishedHead
{
    private const string About =
        "Logs workouts and returns statistics. Every request carries an AWS Signature Version 4 for the service `execute-api`. "
        + "`HEAD` works on every path that has `GET`, with the same headers and no body. "
        + "[api.md](api.md) describes which caller may act for which user; the version follows Semantic Versioning, and CHANGELOG.md lists its changes.";

    // Group of routes to its description.
    private static readonly (string Name, string Description)[] _tags =
    [
        ("write", "Log, replace and delete workouts"),
        ("read", "List, show and export workouts"),
        ("statistics", "Sums, averages and streaks"),
    ];

    public static JsonObject Add(JsonObject document)
    {
        var info = document["info"]!;
        info["description"] = About;
        info["contact"] = new JsonObject { ["name"] = "The WorkoutLog authors" };
        info["license"] = new JsonObject { ["name"] = "Apache-2.0", ["url"] = "https://www.apache.org/licenses/LICENSE-2.0" };
        document["components"]!["securitySchemes"]![OpenApiDocument.SecurityScheme]!["description"] =
            "AWS Signature Version 4 for the service `execute-api`, in the region of the stack";
        document["servers"] = new JsonArray(
            new JsonObject
            {
                ["url"] = "https://{host}",
                ["description"] = "A stack; its output apiUrl has the URL",
                ["variables"] = new JsonObject
                {
                    ["host"] = new JsonObject
                    {
                        ["default"] = $"abcdefghij.execute-api.us-east-1.amazonaws.com/{WorkoutApi.StageName}",
                        ["description"] = "Host and stage, or only the custom domain",
                    },
                },
            },
            new JsonObject { ["url"] = "http://127.0.0.1:8080", ["description"] = "A local run" });
        document["tags"] = new JsonArray(
            [.. _tags.Select(tag => new JsonObject { ["name"] = tag.Name, ["description"] = tag.Description })]);
        foreach (var route in Routes.All)
        {
            var operation = document.OperationOf(route);
            operation["description"] = $"{route.Summary} The caller's policy must allow `{Route.Action}` on {string.Join(" or ", route.ArnSuffixes.Select(suffix => $"`{suffix}`"))}.";
            operation["tags"] = new JsonArray(route.Group);
        }

        return document;
    }
}
