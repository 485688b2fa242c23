using Moq;
using Pulumi.Testing;
using WorkoutLog.Local;
using WorkoutLog.Packaging;

namespace WorkoutLog.Infra.Tests;

/// <summary>Runs the program with a mocked provider and records the registered resources. An unexpected call fails the run.</summary>
internal static class ProgramRun
{
    // Cached: the same settings give the same graph (WorkoutStackTests), and no test changes a graph.
    private static readonly Dictionary<string, Task<ResourceGraph>> _graphs = [];

    /// <summary>
    /// The graph of a stack of this repository with changed settings. The stack <c>events</c> is <c>prod</c> under another name, with
    /// events and an archive.
    /// </summary>
    public static Task<ResourceGraph> OfAsync(string stack, params (string Key, string Value)[] settings)
    {
        var question = string.Join('\n', settings.Select(setting => $"{setting.Key}={setting.Value}").Prepend(stack));
        return _graphs.TryGetValue(question, out var graph) ? graph : _graphs[question] = RunAsync(stack, settings);
    }

    /// <summary>The same from a separate run.</summary>
    public static Task<ResourceGraph> RunAsync(string stack, params (string Key, string Value)[] settings)
    {
        var repository = Repository.Find(AppContext.BaseDirectory);
        var configuration = stack == "events"
            ? StackConfiguration.Load(repository, "prod").With([new("events", "eventBridge"), new("eventArchiveDays", "30")]) with { Stack = stack }
            : StackConfiguration.Load(repository, stack);
        return OfAsync(configuration.With(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))), new Mock<IMocks>(MockBehavior.Strict));
    }

    /// <param name="mocks">Strict; this method sets it up.</param>
    public static async Task<ResourceGraph> OfAsync(StackConfiguration configuration, Mock<IMocks> mocks)
    {
        using var root = new FakeRepository();
        return await OfAsync(configuration, new Repository(root.Path), mocks);
    }

    /// <param name="mocks">Strict; this method sets it up.</param>
    public static async Task<ResourceGraph> OfAsync(StackConfiguration configuration, Repository program, Mock<IMocks> mocks)
    {
        var aws = new AwsMocks(new AwsNames(configuration.Project, configuration.Stack, configuration.Region));
        mocks.Setup(mock => mock.NewResourceAsync(It.IsAny<MockResourceArgs>())).Returns<MockResourceArgs>(aws.NewResourceAsync);
        mocks.Setup(mock => mock.CallAsync(It.IsAny<MockCallArgs>())).Returns<MockCallArgs>(aws.CallAsync);
        mocks.Setup(mock => mock.RegisterResourceOutputs(It.IsAny<MockRegisterResourceOutputsRequest>()))
            .Returns<MockRegisterResourceOutputsRequest>(aws.RegisterResourceOutputs);
        var recorder = new GraphRecorder();
        await StackProgram.RunAsync(configuration, program, mocks.Object, recorder);
        return await recorder.BuildAsync(configuration, program.Root, aws);
    }

    public static GraphResource Only(this ResourceGraph graph, string type) =>
        Assert.Single(graph.Resources, resource => resource.Type == type);

    public static GraphResource Named(this ResourceGraph graph, string type, string name) =>
        Assert.Single(graph.Resources, resource => resource.Type == type && resource.Name == name);

    public static GraphResource[] OfType(this ResourceGraph graph, string type) =>
        [.. graph.Resources.Where(resource => resource.Type == type)];

    public static JsonObject Json(this GraphResource resource, string input) =>
        JsonNode.Parse(resource.Inputs[input]!.GetValue<string>())!.AsObject();

    /// <summary>A folder with placeholder archives of the functions.</summary>
    private sealed class FakeRepository : IDisposable
    {
        public FakeRepository()
        {
            var builds =
                from mode in Enum.GetValues<PackagingMode>()
                from architecture in Enum.GetValues<Architecture>()
                select new FunctionBuild(mode, architecture);
            foreach (var archive in builds.SelectMany(build => new FunctionArchives(Path, build).Files))
            {
                var file = System.IO.Path.Combine(Path, archive);
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
                File.WriteAllText(file, System.IO.Path.GetFileNameWithoutExtension(file));
            }
        }

        public string Path { get; } = Directory.CreateTempSubdirectory("workout-log-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
