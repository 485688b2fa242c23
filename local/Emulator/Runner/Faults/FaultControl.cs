namespace WorkoutLog.Local.Runner;

/// <summary>Faults over HTTP, on a reserved path: <c>PUT</c> a specification, <c>GET</c> the counters, <c>DELETE</c> to stop. Requests are not signed.</summary>
internal sealed class FaultControl(FaultInjector faults)
{
    public const string Path = "/_faults";

    private const int MaxBodyBytes = 1024 * 1024;

    public async Task HandleAsync(HttpContext context)
    {
        var (status, refusal) = context.Request.Method switch
        {
            "GET" => (StatusCodes.Status200OK, null),
            "DELETE" => Clear(),
            "PUT" => await UseAsync(context.Request),
            _ => (StatusCodes.Status405MethodNotAllowed, $"{Path} supports PUT, GET and DELETE."),
        };
        if (status == StatusCodes.Status405MethodNotAllowed)
        {
            context.Response.Headers.Allow = "DELETE, GET, PUT";
        }

        await context.Response.SendJsonAsync(status, refusal is null ? Counters() : new JsonObject { ["message"] = refusal });
    }

    private (int Status, string? Refusal) Clear()
    {
        faults.Clear();
        return (StatusCodes.Status200OK, null);
    }

    private async Task<(int Status, string? Refusal)> UseAsync(HttpRequest request)
    {
        if (await request.ReadBodyAsync(MaxBodyBytes) is not { } body)
        {
            return (StatusCodes.Status413PayloadTooLarge, $"The specification must be at most {MaxBodyBytes} bytes.");
        }

        try
        {
            faults.Use(FaultSpec.Parse(Encoding.UTF8.GetString(body), "The body"));
            return (StatusCodes.Status200OK, null);
        }
        catch (UserErrorException invalid)
        {
            return (StatusCodes.Status400BadRequest, invalid.Message);
        }
    }

    private JsonObject Counters() => new()
    {
        ["active"] = faults.IsActive,
        ["calls"] = faults.Counters.Calls,
        ["injected"] = new JsonObject(faults.Counters.ByKind.Select(kind => KeyValuePair.Create(kind.Kind, (JsonNode?)kind.Count))),
    };
}
