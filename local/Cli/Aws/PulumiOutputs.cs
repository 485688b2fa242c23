using System.Diagnostics;

namespace WorkoutLog.Local.Cli.Aws;

/// <summary>Reads a deployed stack's outputs with the Pulumi CLI.</summary>
internal static class PulumiOutputs
{
    /// <inheritdoc cref="ReadAsync" path="/exception"/>
    public static async Task<StorageTables> ReadTablesAsync(Repository repository, string stack, CancellationToken cancellation)
    {
        const string Alternative = "Or name the tables: --logs-table … --stats-table …";
        return Read(await ReadAsync(repository, stack, "the names of the deployed tables", Alternative, cancellation)) ?? throw new UserErrorException(
            $"The stack '{stack}' has no output tableNames with logs and stats: it is not or only partly deployed. {Alternative}");
    }

    /// <inheritdoc cref="ReadAsync" path="/exception"/>
    public static async Task<string> ReadApiUrlAsync(Repository repository, string stack, CancellationToken cancellation)
    {
        const string Alternative = "Or name it: --api-url https://…";
        return Text(await ReadAsync(repository, stack, "the URL of the deployed API", Alternative, cancellation), "apiUrl") ?? throw new UserErrorException(
            $"The stack '{stack}' has no output apiUrl: it is not or only partly deployed. {Alternative}");
    }

    /// <param name="what">Required outputs, for error messages.</param>
    /// <exception cref="UserErrorException">The Pulumi CLI is missing or fails, or the stack is not deployed.</exception>
    private static async Task<JsonNode?> ReadAsync(Repository repository, string stack, string what, string alternative, CancellationToken cancellation)
    {
        var pulumi = Executables.Find("pulumi")
            ?? throw new UserErrorException($"The Pulumi CLI is missing; it is required to read {what}. Fix: https://www.pulumi.com/docs/install/ {alternative}");
        string[] arguments = ["stack", "output", "--stack", stack, "--json", "--non-interactive"];
        var (exitCode, output, error) = await RunAsync(pulumi, arguments, repository.Root, cancellation);
        if (exitCode != 0)
        {
            var reason = error.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? $"exit code {exitCode}";
            throw new UserErrorException($"pulumi stack output failed: {reason.TrimEnd('.')}. {alternative}");
        }

        return Parse(output);
    }

    internal static StorageTables? Read(string outputs) => Read(Parse(outputs));

    private static StorageTables? Read(JsonNode? outputs) =>
        Text(outputs is JsonObject ? outputs["tableNames"] : null, "logs") is { } logs && Text(outputs!["tableNames"], "stats") is { } stats ? new StorageTables(logs, stats) : null;

    private static string? Text(JsonNode? node, string name) => node is JsonObject and var map && map[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonNode? Parse(string outputs)
    {
        try
        {
            return JsonNode.Parse(outputs);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        string file, string[] arguments, string folder, CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var error = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await output, await error);
    }
}
