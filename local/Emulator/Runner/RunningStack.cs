using System.Diagnostics;
using System.Net.NetworkInformation;

namespace WorkoutLog.Local.Runner;

/// <summary>The file through which other commands on this machine find a local run.</summary>
/// <param name="ProcessId">Process id of the run; distinguishes two runs of one stack.</param>
/// <param name="Url">URL of the API, and of the reserved paths next to it.</param>
/// <param name="Endpoint">Endpoint of DynamoDB Local.</param>
/// <param name="AccessKeyId">Grants access to the run's tables in DynamoDB Local, so only the user may read the file.</param>
/// <param name="Token">Authorises deployments to the run.</param>
/// <param name="Tables">Table names by the name of the table's resource (<c>logs</c>).</param>
public sealed record RunningStack(int ProcessId, Uri Url, Uri Endpoint, string AccessKeyId, string Region, string Token, IReadOnlyDictionary<string, string> Tables)
{
    private const string Folder = "artifacts/local";

    // The process id of a killed run may have been reused.
    private bool IsAlive => Process.GetProcesses().Any(process => process.Id == ProcessId)
        && IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Any(listener => listener.Port == Endpoint.Port);

    public static string PathOf(string stack) => $"{Folder}/{stack}.json";

    /// <exception cref="UserErrorException">The stack already runs from this checkout.</exception>
    public static void CheckFree(Repository repository, string stack)
    {
        if (Read(Path.Combine(repository.Root, PathOf(stack))) is { IsAlive: true } other)
        {
            throw new UserErrorException(
                $"The stack '{stack}' already runs from this checkout: {other.Url}, process {other.ProcessId}. "
                + $"Fix: ./workout redeploy --stack {stack} deploys your edits to it, kill {other.ProcessId} stops it.");
        }
    }

    /// <summary>Whether any stack runs from this checkout.</summary>
    public static bool IsAny(string repositoryRoot) =>
        Directory.Exists(Path.Combine(repositoryRoot, Folder)) && Directory.EnumerateFiles(Path.Combine(repositoryRoot, Folder), "*.json").Any(file => Read(file) is { IsAlive: true });

    /// <summary>Writes the file; disposing the result deletes it.</summary>
    /// <exception cref="UserErrorException">The stack already runs from this checkout.</exception>
    public static IDisposable Announce(Repository repository, LocalRun run)
    {
        CheckFree(repository, run.Description.Stack);
        var running = new RunningStack(
            Environment.ProcessId, new Uri(run.Url), run.DynamoDb.Endpoint, run.DynamoDb.AccessKeyId, run.Description.Region, run.Token,
            run.Description.Tables.ToDictionary(table => table.Name, table => table.Outputs.Text("name")!, StringComparer.Ordinal));
        var file = Path.Combine(repository.Root, PathOf(run.Description.Stack));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        // A rename is atomic: readers see the complete file.
        var draft = $"{file}.{running.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var content = new FileStream(draft, options))
        {
            JsonSerializer.Serialize(content, running, RunningStackJson.Default.RunningStack);
        }

        File.Move(draft, file, overwrite: true);
        return new Announcement(file, running.ProcessId);
    }

    /// <exception cref="UserErrorException">The stack has no run on this machine, or the run has ended.</exception>
    public static RunningStack Find(Repository repository, string stack)
    {
        var file = Path.Combine(repository.Root, PathOf(stack));
        return Read(file) switch
        {
            { IsAlive: true } running => running,
            { Endpoint: var endpoint } => throw new UserErrorException($"The run of '{stack}' that {PathOf(stack)} names has ended: {endpoint} does not answer. Fix: ./workout up --stack {stack}"),
            null => throw new UserErrorException($"The stack '{stack}' is not running on this machine ({PathOf(stack)} is missing). Fix: ./workout up --stack {stack}"),
        };
    }

    // Null if the file is missing or invalid.
    private static RunningStack? Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(file), RunningStackJson.Default.RunningStack);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    // A killed run leaves its file behind; a later run of the stack replaces it.
    private sealed class Announcement(string file, int processId) : IDisposable
    {
        public void Dispose()
        {
            if (Read(file)?.ProcessId == processId)
            {
                File.Delete(file);
            }
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RunningStack))]
internal sealed partial class RunningStackJson : JsonSerializerContext;
