using System.Collections.Immutable;
using System.Text.Json.Nodes;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Graph.Versions;

namespace WorkoutLog.Local.Runner.Lambda;

/// <summary>A function as its resource declares it.</summary>
/// <param name="Name">Name of the resource in the program.</param>
/// <param name="FunctionName">Name that AWS would give it.</param>
/// <param name="Version">Number of the version that is declared with it.</param>
/// <param name="Digest">Of all that belongs to the version.</param>
/// <param name="Runtime">Lambda's name of it.</param>
/// <param name="ArchivePath">Zip with the code, relative to the repository.</param>
/// <param name="ArchiveSha256">Of the zip, in hexadecimal.</param>
/// <param name="LogGroup">Where AWS would keep its log.</param>
/// <param name="LogLevel">Least severe line that the function is to log, in Lambda's words; null when nothing is declared.</param>
/// <param name="ReservedConcurrency">Most invocations at a time; null when none is reserved.</param>
public sealed record FunctionDeclaration(
    string Name,
    string FunctionName,
    string Arn,
    string Version,
    string Digest,
    string Runtime,
    string Handler,
    string ArchivePath,
    string ArchiveSha256,
    int MemorySizeMiB,
    TimeSpan Timeout,
    string LogGroup,
    string? LogLevel,
    int? ReservedConcurrency,
    ImmutableDictionary<string, string> Variables)
{
    // What AWS takes when the resource says nothing.
    private const int DefaultMemoryMiB = 128;
    private const int DefaultTimeoutSeconds = 3;

    /// <param name="function">A resource of type <c>aws:lambda/function:Function</c>.</param>
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
            function.Name,
            function.Outputs.Text("name")!,
            function.Outputs.Text("arn")!,
            function.Outputs.Text("version")!,
            VersionDigest.Of(inputs),
            runtime!,
            handler,
            archive.Text("path")!,
            archive.Text("sha256")!,
            inputs.Integer("memorySize") ?? DefaultMemoryMiB,
            TimeSpan.FromSeconds(inputs.Integer("timeout") ?? DefaultTimeoutSeconds),
            (inputs["loggingConfig"] as JsonObject)?.Text("logGroup") ?? $"/aws/lambda/{function.Outputs.Text("name")}",
            (inputs["loggingConfig"] as JsonObject)?.Text("applicationLogLevel"),
            reserved is >= 0 ? reserved : null,
            DeclaredVariables(inputs));
    }

    internal LambdaRuntime Start => LambdaRuntime.Of(Runtime, Handler)!;

    private static ImmutableDictionary<string, string> DeclaredVariables(JsonObject inputs) =>
        inputs["environment"]?["variables"] is JsonObject variables
            ? variables.ToImmutableDictionary(variable => variable.Key, variable => variable.Value!.GetValue<string>(), StringComparer.Ordinal)
            : ImmutableDictionary<string, string>.Empty;
}
