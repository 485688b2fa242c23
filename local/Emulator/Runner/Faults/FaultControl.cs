using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using WorkoutLog.Local.Runner.Api;
using WorkoutLog.Local.Runner.Http;

namespace WorkoutLog.Local.Runner.Faults;

/// <summary>Faults over HTTP, beside the API: <c>PUT</c> a specification, <c>GET</c> the counters, <c>DELETE</c> to stop. Nothing is signed.</summary>
internal sealed class FaultControl(FaultInjector faults)
{
    public const string Path = "/_faults";

    private const int MaxBodyBytes = 1024 * 1024;

    /// <exception cref="UserErrorException">The API itself serves the path.</exception>
    public static void CheckFree(IEnumerable<ApiRoute> routes) => ReservedPaths.CheckFree(routes, Path, "faults");

    public static bool IsMeant(HttpContext context) => context.Request.Path == Path && ReservedPaths.IsFromHere(context);

    public async Task HandleAsync(HttpContext context)
    {
        switch (context.Request.Method)
        {
            case "PUT":
                await UseAsync(context);
                return;
            case "GET":
                await AnswerAsync(context);
                return;
            case "DELETE":
                faults.Clear();
                await AnswerAsync(context);
                return;
            default:
                context.Response.Headers.Allow = "DELETE, GET, PUT";
                await RefuseAsync(context, StatusCodes.Status405MethodNotAllowed, $"{Path} takes PUT, GET and DELETE.");
                return;
        }
    }

    private async Task UseAsync(HttpContext context)
    {
        if (await RequestBody.ReadAsync(context.Request, MaxBodyBytes, context.RequestAborted) is not { } body)
        {
            await RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, $"A specification has at most {MaxBodyBytes} bytes.");
            return;
        }

        try
        {
            faults.Use(FaultSpec.Parse(Encoding.UTF8.GetString(body), "The body"));
        }
        catch (UserErrorException invalid)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, invalid.Message);
            return;
        }

        await AnswerAsync(context);
    }

    private Task AnswerAsync(HttpContext context)
    {
        var counters = faults.Counters;
        var injected = new JsonObject(counters.ByKind.Select(kind => KeyValuePair.Create(kind.Kind, (JsonNode?)kind.Count)));
        return JsonAnswer.WriteAsync(
            context.Response, StatusCodes.Status200OK, new JsonObject { ["active"] = faults.IsActive, ["calls"] = counters.Calls, ["injected"] = injected });
    }

    private static Task RefuseAsync(HttpContext context, int status, string message) =>
        JsonAnswer.WriteAsync(context.Response, status, new JsonObject { ["message"] = message });
}
