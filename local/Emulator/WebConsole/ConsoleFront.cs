using System.Text.Json.Serialization.Metadata;

namespace WorkoutLog.Local.WebConsole;

/// <summary>Serves the page that shows a run, and its data, to this machine only.</summary>
internal sealed class ConsoleFront(ConsoleSource source, LocalCloudWatch cloudWatch, RequestHistory history, ConsoleAnswer charts)
{
    public const string Path = "/_console";

    private static readonly ImmutableArray<int> _ranges = [15, 60, 180, 720];

    private readonly RunbookLibrary _runbooks = new(source.RepositoryRoot);
    private readonly LiveReader _live = new(source, cloudWatch, history, new RunbookLibrary(source.RepositoryRoot));

    public static bool IsMeant(HttpContext context) =>
        context.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal) && ReservedPaths.IsFromHere(context);

    public async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            context.Response.Headers.Allow = "GET, HEAD";
            await ConsoleAnswer.Text(StatusCodes.Status405MethodNotAllowed, "The console is read-only.").WriteAsync(context.Response);
            return;
        }

        var answer = await AnswerAsync(request, context.RequestAborted);
        await answer.WriteAsync(context.Response);
    }

    private async Task<ConsoleAnswer> AnswerAsync(HttpRequest request, CancellationToken cancellation) =>
        request.Path.Value![Path.Length..].TrimStart('/').Split('/') switch
        {
            [""] => ConsoleAssets.Find("index.html"),
            ["assets", ChartLibrary.FileName] => charts,
            ["assets", var name] => ConsoleAssets.Find(name),
            ["data", "stack"] => Json(StackReader.Read(source, cloudWatch, _runbooks), ConsoleJson.Default.StackView),
            ["data", "live"] => Live(request.Query["minutes"].ToString()),
            ["data", "requests", var id] => Request(id),
            ["data", "resource"] => Resource(request.Query["urn"].ToString()),
            ["runbooks", var kind] => await RunbookAsync(kind, cancellation),
            _ => ConsoleAnswer.NotFound("such page"),
        };

    private ConsoleAnswer Live(string minutes) =>
        int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var range) && _ranges.Contains(range)
            ? Json(_live.Read(range), ConsoleJson.Default.LiveView)
            : ConsoleAnswer.Text(StatusCodes.Status400BadRequest, $"minutes must be one of {string.Join(", ", _ranges)}; got \"{minutes}\".");

    private ConsoleAnswer Request(string id) =>
        history.Find(id) is { } traced ? Json(RequestDetailReader.Read(traced), ConsoleJson.Default.RequestDetailView) : ConsoleAnswer.NotFound("such request, or no longer");

    private ConsoleAnswer Resource(string urn) =>
        source.Graph.Resources.FirstOrDefault(resource => resource.Urn == urn) is { } found
            ? Json(ResourceDetailView.Of(found), ConsoleJson.Default.ResourceDetailView)
            : ConsoleAnswer.NotFound("such resource");

    private async Task<ConsoleAnswer> RunbookAsync(string kind, CancellationToken cancellation) =>
        await _runbooks.ReadAsync(kind, cancellation) is { } page ? RunbookPage.Render(kind, page) : ConsoleAnswer.NotFound("such runbook");

    private static ConsoleAnswer Json<T>(T view, JsonTypeInfo<T> type) => ConsoleAnswer.Json(JsonSerializer.SerializeToUtf8Bytes(view, type));
}

/// <param name="RepositoryRoot">Its <c>docs/</c> contains the runbooks.</param>
/// <param name="Url">URL of the API, without a trailing slash.</param>
/// <param name="Deployment">Number of the deployment within the run, from 1; each has its own source.</param>
internal sealed record ConsoleSource(ResourceGraph Graph, StackDescription Description, FaultInjector Faults, string RepositoryRoot, string Url, int Deployment = 1)
{
    /// <summary>Null if the stack does not publish events.</summary>
    public EventBoard? Board { get; init; }
}

/// <summary>The data of the page.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StackView))]
[JsonSerializable(typeof(LiveView))]
[JsonSerializable(typeof(RequestDetailView))]
[JsonSerializable(typeof(ResourceDetailView))]
internal sealed partial class ConsoleJson : JsonSerializerContext;
