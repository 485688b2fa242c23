namespace WorkoutLog.Local.Runner;

/// <param name="Name">Name of the resource in the program.</param>
/// <param name="FunctionName">Name that AWS would give it.</param>
/// <param name="ArchivePath">Zip with the code, relative to the repository.</param>
/// <param name="ArchiveSha256">Of the zip, in hexadecimal.</param>
/// <param name="LogLevel">Least severe line that the function is to log, in Lambda's words; null when nothing is declared.</param>
/// <param name="ReservedConcurrency">Most invocations at a time; null when none is reserved.</param>
public sealed record FunctionDeclaration(
    string Name, string FunctionName, string Arn, string Version, string Digest, string Runtime, string Handler, string ArchivePath,
    string ArchiveSha256, int MemorySizeMiB, TimeSpan Timeout, string LogGroup, string? LogLevel, int? ReservedConcurrency,
    ImmutableDictionary<string, string> Variables)
{
    // What AWS takes when the resource says nothing.
    private const int DefaultMemoryMiB = 128;
    private const int DefaultTimeoutSeconds = 3;

    /// <exception cref="UserErrorException">The function is of a kind that can't run here.</exception>
    public static FunctionDeclaration From(GraphResource function)
    {
        var inputs = function.Inputs;
        var runtime = inputs.Text("runtime");
        var handler = inputs.Text("handler") ?? "bootstrap";
        if (LambdaRuntime.Of(runtime, handler) is null)
        {
            throw new UserErrorException(
                $"Function '{function.Name}' has the runtime '{runtime ?? "none"}' and the handler '{handler}'; a local run starts a 'bootstrap' of provided.al2023 or a whole assembly of dotnet10.");
        }

        var archive = inputs["code"]?["archive"] as JsonObject
            ?? throw new UserErrorException($"Function '{function.Name}' has no code archive; a local run needs a zip file as its code.");
        var reserved = inputs.Integer("reservedConcurrentExecutions");
        return new FunctionDeclaration(
            function.Name, function.Outputs.Text("name")!, function.Outputs.Text("arn")!, function.Outputs.Text("version")!,
            VersionDigest.Of(inputs), runtime!, handler, archive.Text("path")!, archive.Text("sha256")!,
            inputs.Integer("memorySize") ?? DefaultMemoryMiB, TimeSpan.FromSeconds(inputs.Integer("timeout") ?? DefaultTimeoutSeconds),
            (inputs["loggingConfig"] as JsonObject)?.Text("logGroup") ?? $"/aws/lambda/{function.Outputs.Text("name")}",
            (inputs["loggingConfig"] as JsonObject)?.Text("applicationLogLevel"), reserved is >= 0 ? reserved : null,
            DeclaredVariables(inputs));
    }

    internal LambdaRuntime Start => LambdaRuntime.Of(Runtime, Handler)!;

    private static ImmutableDictionary<string, string> DeclaredVariables(JsonObject inputs) =>
        inputs["environment"]?["variables"] is JsonObject variables
            ? variables.ToImmutableDictionary(variable => variable.Key, variable => variable.Value!.GetValue<string>(), StringComparer.Ordinal)
            : ImmutableDictionary<string, string>.Empty;
}

/// <summary>How Lambda starts a function's process: the custom runtime a program, the .NET runtime an assembly.</summary>
/// <param name="IsAssembly">With a Main, which speaks the Runtime API itself.</param>
internal sealed record LambdaRuntime(string EntryPoint, bool IsAssembly)
{
    /// <returns>Null for a runtime that can't run here.</returns>
    public static LambdaRuntime? Of(string? name, string? handler) => name switch
    {
        not null when name.StartsWith("provided.", StringComparison.Ordinal) => new("bootstrap", IsAssembly: false),
        "dotnet10" when handler is not null && !handler.Contains(':', StringComparison.Ordinal) => new($"{handler}.dll", IsAssembly: true),
        _ => null,
    };

    /// <exception cref="UserErrorException">The archive has no entry point that Lambda could start.</exception>
    public void Check(string codeFolder, string archive)
    {
        var file = new FileInfo(Path.Combine(codeFolder, EntryPoint));
        if (!file.Exists || (!IsAssembly && (file.UnixFileMode & UnixFileMode.UserExecute) == 0))
        {
            throw new UserErrorException($"{archive} has no {(IsAssembly ? "assembly" : "executable")} '{EntryPoint}'. Make it anew: ./workout package");
        }
    }

    public (string File, string[] Arguments) Command(string codeFolder) => !IsAssembly
        ? (Path.Combine(codeFolder, EntryPoint), [])
        : (Executables.Find("dotnet") ?? throw new UserErrorException("The program 'dotnet' is not in PATH; functions of the runtime dotnet10 are run with it."),
            ["exec", Path.Combine(codeFolder, EntryPoint)]);
}
