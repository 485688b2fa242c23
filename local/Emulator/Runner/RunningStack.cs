namespace WorkoutLog.Local.Runner;

/// <summary>What a local run says of itself while it lasts, for other commands on this machine.</summary>
/// <param name="ProcessId">Of the run; tells two runs of one stack apart.</param>
/// <param name="Url">Of the API, and of what the run serves beside it.</param>
/// <param name="Endpoint">Of DynamoDB Local.</param>
/// <param name="Token">Whoever shows it may deploy to the run; so the file is for its user alone.</param>
/// <param name="Tables">Name of the table's resource (<c>logs</c>) to the table's name.</param>
public sealed record RunningStack(int ProcessId, Uri Url, Uri Endpoint, string Region, string Token, IReadOnlyDictionary<string, string> Tables)
{
    public static string PathOf(string stack) => $"artifacts/local/{stack}.json";

    /// <summary>Writes the file; disposing the result takes it away.</summary>
    public static IDisposable Announce(Repository repository, LocalRun run)
    {
        var running = new RunningStack(
            Environment.ProcessId, new Uri(run.Url), run.DynamoDbEndpoint, run.Description.Region, run.Token,
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

    /// <exception cref="UserErrorException">No run of the stack has announced itself.</exception>
    public static RunningStack Find(Repository repository, string stack)
    {
        var file = Path.Combine(repository.Root, PathOf(stack));
        return Read(file) ?? throw new UserErrorException(
            $"The stack '{stack}' does not run on this machine ({PathOf(stack)} is not there). Start it: ./workout up --stack {stack}");
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

    // A later run of the same stack has put its own file into the place.
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
