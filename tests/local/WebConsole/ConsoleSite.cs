using System.Net;
using System.Text.Json.Nodes;
using WorkoutLog.Local.CloudWatch;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Graph.Types;
using WorkoutLog.Local.Runner;
using WorkoutLog.Local.Runner.Events;
using WorkoutLog.Local.Runner.Faults;
using WorkoutLog.Local.Runner.Http;
using WorkoutLog.Local.Tests.Support;
using WorkoutLog.Local.WebConsole;
using WorkoutLog.Local.WebConsole.History;

namespace WorkoutLog.Local.Tests.WebConsole;

/// <summary>The console of the sample stack, without a run behind it.</summary>
public sealed class ConsoleSite : IAsyncLifetime
{
    private readonly DirectoryInfo _repository = Directory.CreateTempSubdirectory("workout-test-");

    // In the order of starting; stopped in the opposite order.
    private readonly Stack<IAsyncDisposable> _parts = new();

    public HttpClient Http { get; } = new();

    // The sample's role says nothing of who may take it, which AWS would refuse.
    public static ResourceGraph Graph { get; } = SampleGraph.Stack() with
    {
        Resources =
        [
            .. SampleGraph.Stack().Resources.Select(resource => resource.Type == RoleType.Token
                ? SampleGraph.Role(new JsonObject { ["assumeRolePolicy"] = """{"Statement":[]}""" })
                : resource),
        ],
    };

    internal RequestHistory History { get; } = new(10);

    public async Task InitializeAsync()
    {
        var runbooks = Directory.CreateDirectory(Path.Combine(_repository.FullName, "docs", "runbooks")).FullName;
        await File.WriteAllTextAsync(Path.Combine(runbooks, "api-server-errors.md"), "# The API <fails>\n\nWhat to do.\n");
        var cloudWatch = Own(LocalCloudWatch.Start(Graph, StackDescription.From(Graph), new RunEvents(), TimeProvider.System, TimeSpan.FromMinutes(1), _ => { }));
        var source = new ConsoleSource(Graph, StackDescription.From(Graph), new FaultInjector(TimeProvider.System), _repository.FullName, "http://127.0.0.1:8080");
        var front = new ConsoleFront(source, cloudWatch, History, ConsoleAnswer.Text(404, "echarts is missing."));
        var server = Own(await LoopbackServer.StartAsync(
            0,
            context =>
            {
                if (ConsoleFront.IsMeant(context))
                {
                    return front.HandleAsync(context);
                }

                context.Response.StatusCode = (int)HttpStatusCode.MisdirectedRequest;
                return Task.CompletedTask;
            },
            _ => { },
            CancellationToken.None));
        Http.BaseAddress = server.Url;
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        while (_parts.TryPop(out var part))
        {
            await part.DisposeAsync();
        }

        _repository.Delete(recursive: true);
    }

    private T Own<T>(T part)
        where T : IAsyncDisposable
    {
        _parts.Push(part);
        return part;
    }
}
