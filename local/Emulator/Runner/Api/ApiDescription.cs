using System.Text.Json;
using System.Text.Json.Nodes;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.Runner.Api;

/// <summary>The API as the graph declares it.</summary>
/// <param name="Stage">Name of the deployed stage. It is not part of the local paths.</param>
/// <param name="Document">The OpenAPI document that the API is made from.</param>
public sealed record ApiDescription(string Id, string Stage, string Region, string Account, JsonObject Document)
{
    /// <exception cref="UserErrorException">The stack does not have exactly one API, made from a document, with one stage.</exception>
    public static ApiDescription From(IReadOnlyList<GraphResource> apis, IReadOnlyList<GraphResource> stages, string region, string account)
    {
        if (apis.Count != 1 || stages.Count != 1)
        {
            throw new UserErrorException($"The stack has {apis.Count} REST APIs and {stages.Count} stages; a local run serves exactly one of each.");
        }

        var api = apis[0];
        var body = api.Inputs.Text("body")
            ?? throw new UserErrorException($"The REST API '{api.Name}' has no OpenAPI 'body'; a local run serves what the body describes.");
        try
        {
            return new ApiDescription(api.Outputs.Text("id")!, stages[0].Inputs.Text("stageName")!, region, account, JsonNode.Parse(body)!.AsObject());
        }
        catch (JsonException cause)
        {
            throw new UserErrorException($"The OpenAPI 'body' of the REST API '{api.Name}' is not JSON: {cause.Message}");
        }
    }

    /// <summary>Execution ARN of a method, as permissions and policies name it.</summary>
    /// <param name="path">With a leading slash.</param>
    public string MethodArn(string method, string path) => $"arn:aws:execute-api:{Region}:{Account}:{Id}/{Stage}/{method}{path}";
}
