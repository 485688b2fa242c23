namespace WorkoutLog.Local.Tests;

/// <summary>The shell function without an API.</summary>
internal sealed class FunctionBench : IDisposable
{
    private readonly ShellFunction _code = ShellFunction.Create();

    /// <summary>The function's log.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    public string CodeFolder => _code.CodeFolder;

    public LiveVersion Create(int timeoutSeconds = 20, int? reservedConcurrency = null, int memoryMiB = 256, TimeSpan? initLimit = null)
    {
        var declared = FunctionDeclaration.From(SampleGraph.Function(reservedConcurrency: reservedConcurrency));
        var declaration = declared with { Timeout = TimeSpan.FromSeconds(timeoutSeconds), MemorySizeMiB = memoryMiB };
        return new LiveVersion(
            declaration,
            cancellation => ExecutionEnvironment.StartAsync(
                declaration,
                CodeFolder,
                runtimeApi => FunctionVariables.Create(declaration, FunctionCredentials.Create("Echo"), "us-east-1", CodeFolder, new Uri("http://127.0.0.1:1"), runtimeApi),
                Log.Enqueue,
                TimeProvider.System,
                cancellation),
            TimeProvider.System,
            Log.Enqueue)
        {
            InitLimit = initLimit ?? TimeSpan.FromSeconds(10),
        };
    }

    /// <summary>Changes the function's behaviour from its next start on.</summary>
    /// <param name="switchFile">Name of a switch file that its code looks for.</param>
    public Task SetAsync(string switchFile) => File.WriteAllTextAsync(Path.Combine(CodeFolder, switchFile), "");

    /// <param name="payload">Its words control the function.</param>
    public static Task<InvocationResult> InvokeAsync(LiveVersion function, string payload) =>
        function.InvokeAsync(Encoding.UTF8.GetBytes(payload), SampleGraph.AliasArn, "Root=1-0-0");

    public static string ProcessOf(InvocationResult result) => Header(result, "X-Process");

    public static string Header(InvocationResult result, string name) => AnswerOf(result)["headers"]![name]!.GetValue<string>();

    public static JsonNode AnswerOf(InvocationResult result) => JsonNode.Parse(Assert.IsType<InvocationResult.Answered>(result).Payload.Span)!;

    public void Dispose() => _code.Dispose();
}
