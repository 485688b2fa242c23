using System.Diagnostics;
using System.Net.NetworkInformation;

namespace WorkoutLog.Local.Runner;

/// <summary>What a local run says of itself while it lasts, for other commands on this machine.</summary>
/// <param name="ProcessId">Of the run; tells two runs of one stack apart.</param>
/// <param name="Url">Of the API, and of what the run serves beside it.</param>
/// <param name="Endpoint">Of DynamoDB Local.</param>
/// <param name="AccessKeyId">Finds the run's tables in DynamoDB Local; so the file is for its user alone.</param>
/// <param name="Token">Whoever shows it may deploy to the run.</param>
/// <param name="Tables">Name of the table's resource (<c>logs</c>) to the table's name.</param>
public sealed record RunningStack(int ProcessId, Uri Url, Uri Endpoint, string AccessKeyId, string Region, string Token, IReadOnlyDictionary<string, string> Tables)
{
    private const string Folder = "artifacts/local";

    // The number of a run that was killed may be another process's by now.
    private bool IsAlive => Process.GetProcesses().Any(process => process.Id == ProcessId)
        && IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Any(listener => listener.Port == Endpoint.Port);

    public static string PathOf(string stack) => $"{Folder}/{stack}.json";

    /// <exception cref="UserErrorException">The stack runs from this checkout already.</exception>
    public static void CheckFree(Repository repository, string stack)
    {
        if (Read(Path.Combine(repository.Root, PathOf(stack))) is { IsAlive: true } other)
        {
            throw new UserErrorException(
                $"The stack '{stack}' runs from this checkout already: {other.Url}, process {other.ProcessId}. "
                + $"Fix: ./workout redeploy --stack {stack} deploys your edits to it, kill {other.ProcessId} stops it.");
        }
    }

    /// <summary>Whether any stack runs from this checkout.</summary>
    public static bool IsAny(string repositoryRoot) =>
        Directory.Exists(Path.Combine(repositoryRoot, Folder)) && Directory.EnumerateFiles(Path.Combine(repositoryRoot, Folder), "*.json").Any(file => Read(file) is { IsAlive: true });

    /// <summary>Writes the file; disposing the result takes it away.</summary>
    /// <exception cref="UserErrorException">The stack runs from this checkout already.</exception>
    public static IDisposable Announce(Repository repository, LocalRun run)
    {
        CheckFree(repository, run.Description.Stack);
        var running = new RunningStack(
            Environment.ProcessId, new Uri(run.Url), run.DynamoDb.Endpoint, run.DynamoDb.AccessKeyId, run.Description.Region, run.Token,
            run.Description.Tables.ToDictionary(table => table.Name, table => table.Outputs.Text("name")!, StringComparer.Ordinal));
        var file = Path.Combine(repository.Root, PathOf(run.Description.Stack));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        // A rename is atomic: whoever reads the file sees all of it.
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

    /// <exception cref="UserErrorException">No run of the stack has announced itself, or it has ended.</exception>
    public static RunningStack Find(Repository repository, string stack)
    {
        var file = Path.Combine(repository.Root, PathOf(stack));
        return Read(file) switch
        {
            { IsAlive: true } running => running,
            { Endpoint: var endpoint } => throw new UserErrorException($"The run of '{stack}' that {PathOf(stack)} names has ended: {endpoint} does not answer. Start it again: ./workout up --stack {stack}"),
            null => throw new UserErrorException($"The stack '{stack}' does not run on this machine ({PathOf(stack)} is not there). Start it: ./workout up --stack {stack}"),
        };
    }

    // Null where there is no such file, or what it holds is no such thing.
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

    // A killed run leaves its file, which a later run of the stack replaces.
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
