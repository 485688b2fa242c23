using System.Diagnostics;

namespace WorkoutLog.Local.Cli.Repair;

/// <summary>Asks the Pulumi CLI for a deployed stack's outputs.</summary>
internal static class PulumiOutputs
{
    private const string OtherWay = "Or name the tables: --logs-table … --stats-table …";

    /// <exception cref="UserErrorException">There is no Pulumi CLI, it does not answer, or the stack is not deployed.</exception>
    public static async Task<StorageTables> ReadTablesAsync(Repository repository, string stack, CancellationToken cancellation)
    {
        var pulumi = Executables.Find("pulumi") ?? throw new UserErrorException(
            $"The Pulumi CLI is missing; it knows the names of the deployed tables. Install it: https://www.pulumi.com/docs/install/ {OtherWay}");
        string[] arguments = ["stack", "output", "--stack", stack, "--json", "--non-interactive"];
        var (exitCode, output, error) = await RunAsync(pulumi, arguments, repository.Root, cancellation);
        if (exitCode != 0)
        {
            var reason = error.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? $"exit code {exitCode}";
            throw new UserErrorException($"pulumi stack output failed: {reason.TrimEnd('.')}. {OtherWay}");
        }

        return Read(output) ?? throw new UserErrorException(
            $"The stack '{stack}' has no output tableNames with logs and stats; it is not deployed, or not whole. {OtherWay}");
    }

    internal static StorageTables? Read(string outputs)
    {
        try
        {
            var names = JsonNode.Parse(outputs)?["tableNames"] as JsonObject;
            return names?["logs"]?.GetValue<string>() is { } logs && names["stats"]?.GetValue<string>() is { } stats
                ? new StorageTables(logs, stats)
                : null;
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
