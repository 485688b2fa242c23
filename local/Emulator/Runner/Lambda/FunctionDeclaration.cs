namespace WorkoutLog.Local.Runner;

/// <param name="Name">Name of the resource in the program.</param>
/// <param name="FunctionName">Name at AWS.</param>
/// <param name="ArchivePath">Zip with the code, relative to the repository.</param>
/// <param name="ArchiveSha256">SHA-256 of the zip, hexadecimal.</param>
/// <param name="LogLevel">Minimum log level, by Lambda's name; null if not declared.</param>
/// <param name="ReservedConcurrency">Maximum concurrent invocations; null if none is reserved.</param>
public sealed record FunctionDeclaration(
    string Name, string FunctionName, string Arn, string Version, string Digest, string Runtime, string Handler, string ArchivePath,
    string ArchiveSha256, int MemorySizeMiB, TimeSpan Timeout, string LogGroup, string? LogLevel, int? ReservedConcurrency,
    ImmutableDictionary<string, string> Variables)
{
    // AWS's defaults.
    private const int DefaultMemoryMiB = 128;
    private const int DefaultTimeoutSeconds = 3;

    /// <exception cref="UserErrorException">A local run does not support the function's runtime, handler or code.</exception>
    public static FunctionDeclaration From(GraphResource function)
    {
        var inputs = function.Inputs;
        var runtime = inputs.Text("runtime");
        var handler = inputs.Text("handler") ?? "bootstrap";
        if (LambdaRuntime.Of(runtime, handler) is null)
        {
            throw new UserErrorException(
                $"Function '{function.Name}' has the runtime '{runtime ?? "none"}' and the handler '{handler}'; a local run supports a 'bootstrap' on provided.al2023 or an executable assembly on dotnet10.");
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

/// <summary>How Lambda starts a function's process: a program for a custom runtime, an assembly for .NET.</summary>
/// <param name="IsAssembly">An assembly whose Main uses the Runtime API itself.</param>
internal sealed record LambdaRuntime(string EntryPoint, bool IsAssembly)
{
    /// <returns>Null for an unsupported runtime.</returns>
    public static LambdaRuntime? Of(string? name, string? handler) => name switch
    {
        not null when name.StartsWith("provided.", StringComparison.Ordinal) => new("bootstrap", IsAssembly: false),
        "dotnet10" when handler is not null && !handler.Contains(':', StringComparison.Ordinal) => new($"{handler}.dll", IsAssembly: true),
        _ => null,
    };

    /// <exception cref="UserErrorException">The archive does not contain the entry point.</exception>
    public void Check(string codeFolder, string archive)
    {
        var file = new FileInfo(Path.Combine(codeFolder, EntryPoint));
        if (!file.Exists || (!IsAssembly && (file.UnixFileMode & UnixFileMode.UserExecute) == 0))
        {
            throw new UserErrorException($"{archive} has no {(IsAssembly ? "assembly" : "executable")} '{EntryPoint}'. Fix: ./workout package");
        }
    }

    public (string File, string[] Arguments) Command(string codeFolder) => !IsAssembly
        ? (Path.Combine(codeFolder, EntryPoint), [])
        : (Executables.Find("dotnet") ?? throw new UserErrorException("'dotnet' is not in PATH; functions of the runtime dotnet10 need it."),
            ["exec", Path.Combine(codeFolder, EntryPoint)]);
}
