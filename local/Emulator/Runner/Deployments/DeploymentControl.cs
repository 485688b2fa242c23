namespace WorkoutLog.Local.Runner;

/// <summary>
/// Deployments over HTTP, on a reserved path: <c>GET</c> returns the published versions, <c>PUT</c> deploys a graph. A graph determines what
/// runs on this machine, so each request needs the token of the run.
/// </summary>
internal sealed class DeploymentControl(LocalRun run, Action<string> say)
{
    public const string Path = "/_deployment";

    private const int MaxBodyBytes = 16 * 1024 * 1024;

    /// <summary>Random for each run; anyone who can read its file may deploy.</summary>
    public string Token { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public async Task HandleAsync(HttpContext context)
    {
        var (status, answer) = context.Request.Method switch
        {
            _ when !IsAllowed(context.Request) => Refusal(StatusCodes.Status403Forbidden, $"{Path} needs the token of the run: Authorization: Bearer …"),
            "GET" => (StatusCodes.Status200OK, JsonSerializer.SerializeToNode(run.Published, PublishedVersionsJson.Default.PublishedVersions)!),
            "PUT" => await DeployAsync(context),
            _ => Refusal(StatusCodes.Status405MethodNotAllowed, $"{Path} supports GET and PUT."),
        };
        if (status == StatusCodes.Status405MethodNotAllowed)
        {
            context.Response.Headers.Allow = "GET, PUT";
        }

        await context.Response.SendJsonAsync(status, answer);
    }

    private async Task<(int Status, JsonNode Answer)> DeployAsync(HttpContext context)
    {
        if (await context.Request.ReadBodyAsync(MaxBodyBytes) is not { } body)
        {
            return Refusal(StatusCodes.Status413PayloadTooLarge, $"The graph must be at most {MaxBodyBytes} bytes.");
        }

        try
        {
            var changes = await run.RedeployAsync(GraphJson.Read(Encoding.UTF8.GetString(body)), context.RequestAborted);
            return (StatusCodes.Status200OK, JsonSerializer.SerializeToNode(changes, DeploymentChangesJson.Default.DeploymentChanges)!);
        }
        catch (UserErrorException refused)
        {
            return Refusal(StatusCodes.Status400BadRequest, refused.Message);
        }
        catch (JsonException invalid)
        {
            return Refusal(StatusCodes.Status400BadRequest, $"The body is not a graph: {invalid.Message}");
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The run continues unchanged: all steps that may fail come before the switch.
            say($"A deployment failed: {failure}");
            return Refusal(StatusCodes.Status500InternalServerError, $"The graph could not be deployed: {failure.Message}");
        }
    }

    private bool IsAllowed(HttpRequest request) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString()), Encoding.UTF8.GetBytes($"Bearer {Token}"));

    private static (int Status, JsonNode Answer) Refusal(int status, string message) => (status, new JsonObject { ["message"] = message });
}
