using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Graph.Versions;
using WorkoutLog.Local.Runner.Api;
using WorkoutLog.Local.Runner.Deployments.Changes;
using WorkoutLog.Local.Runner.Http;

namespace WorkoutLog.Local.Runner.Deployments;

/// <summary>
/// Deployments over HTTP, beside the API: <c>GET</c> tells what is published, <c>PUT</c> a graph deploys it. A graph says what
/// is run on this machine, so whoever asks must show the token of the run.
/// </summary>
internal sealed class DeploymentControl(LocalRun run, Action<string> say)
{
    public const string Path = "/_deployment";

    private const int MaxBodyBytes = 16 * 1024 * 1024;

    /// <summary>New for each run; whoever may read its file may deploy.</summary>
    public string Token { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <exception cref="UserErrorException">The API itself serves the path.</exception>
    public static void CheckFree(IEnumerable<ApiRoute> routes) => ReservedPaths.CheckFree(routes, Path, "deployments");

    public static bool IsMeant(HttpContext context) => context.Request.Path == Path && ReservedPaths.IsFromHere(context);

    public async Task HandleAsync(HttpContext context)
    {
        if (!IsAllowed(context.Request))
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, $"{Path} needs the token of the run: Authorization: Bearer …");
            return;
        }

        switch (context.Request.Method)
        {
            case "GET":
                await AnswerAsync(context, JsonSerializer.SerializeToNode(run.Published, PublishedVersionsJson.Default.PublishedVersions)!);
                return;
            case "PUT":
                await DeployAsync(context);
                return;
            default:
                context.Response.Headers.Allow = "GET, PUT";
                await RefuseAsync(context, StatusCodes.Status405MethodNotAllowed, $"{Path} takes GET and PUT.");
                return;
        }
    }

    private async Task DeployAsync(HttpContext context)
    {
        if (await RequestBody.ReadAsync(context.Request, MaxBodyBytes, context.RequestAborted) is not { } body)
        {
            await RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, $"A graph has at most {MaxBodyBytes} bytes.");
            return;
        }

        DeploymentChanges changes;
        try
        {
            changes = await run.RedeployAsync(GraphJson.Read(Encoding.UTF8.GetString(body)), context.RequestAborted);
        }
        catch (UserErrorException refused)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, refused.Message);
            return;
        }
        catch (JsonException invalid)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, $"The body is no graph: {invalid.Message}");
            return;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The run goes on as it was: whatever may fail comes before the switch.
            say($"A deployment failed: {failure}");
            await RefuseAsync(context, StatusCodes.Status500InternalServerError, $"The graph could not be deployed: {failure.Message}");
            return;
        }

        await AnswerAsync(context, JsonSerializer.SerializeToNode(changes, DeploymentChangesJson.Default.DeploymentChanges)!);
    }

    private bool IsAllowed(HttpRequest request) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString()), Encoding.UTF8.GetBytes($"Bearer {Token}"));

    private static Task AnswerAsync(HttpContext context, JsonNode answer) => JsonAnswer.WriteAsync(context.Response, StatusCodes.Status200OK, answer);

    private static Task RefuseAsync(HttpContext context, int status, string message) =>
        JsonAnswer.WriteAsync(context.Response, status, new JsonObject { ["message"] = message });
}
