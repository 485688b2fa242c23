using System.IO.Compression;
using System.Security.Cryptography;
using WorkoutLog.Local.Fuzz;
using WorkoutLog.Local.Graph.Versions;
using WorkoutLog.Local.Soak;
using WorkoutLog.Local.Soak.Rollout;
using WorkoutLog.Local.Soak.Verification;
using WorkoutLog.Packaging;

namespace WorkoutLog.Local.Tests.EndToEnd.ZeroDowntime;

/// <summary>Deployments to the real stack under load: a new version, a canary of the next, its promotion, and the rollback.</summary>
public sealed class ZeroDowntimeTests : IDisposable
{
    private const int Seed = 11;
    private const int Users = 4;

    private static readonly TimeSpan _timeout = TimeSpan.FromMinutes(10);

    private readonly ReleasedArchives _archives = new();

    public void Dispose() => _archives.Dispose();

    [Fact]
    public async Task No_request_fails_during_a_new_version_a_canary_its_promotion_and_the_rollback()
    {
        var repository = new Repository(_archives.Repository);
        var random = new CountingRandom(Seed);
        var stack = StackConfiguration.Load(repository, "dev").With([KeyValuePair.Create("events", "eventBridge")]);
        var digests = new HashSet<string>();
        await using var run = await LocalRun.StartAsync(
            await StackProgram.EvaluateAsync(repository, stack, PublishedVersions.None, CancellationToken.None),
            new LocalRunOptions(repository.Root, 0, _ => { }, TimeProvider.System) { Random = random },
            CancellationToken.None);
        var soak = new SoakRun(
            run, new SoakOptions(Operations: 500, Clients: 8, Users, FaultRate: 0, Seed, Redeploys: 4), _ => { }, TimeProvider.System,
            (settings, published, cancellation) =>
            {
                // Each version has different content and settings.
                _archives.Release(string.Join(' ', settings.Where(setting => setting.Key.EndsWith("MemoryMiB", StringComparison.Ordinal)).Select(setting => setting.Value)));
                digests.UnionWith(_archives.Sums());
                return StackProgram.EvaluateAsync(repository, stack.With(settings), published, cancellation);
            });

        var report = await soak.RunAsync(CancellationToken.None);

        var rollout = report.Rollout!;
        // Includes the check that the events of all versions match the stored workouts.
        Assert.Empty(report.Violations);
        Assert.True(report.Events is { Published: > 100 }, $"{report.Events}");
        Assert.Equal((0, 0L, 0L), (rollout.Failed, report.Tally.LostAnswers, report.Tally.Abandoned));
        Assert.DoesNotContain(report.Tally.Answers, answer => answer.Key >= 500);
        Assert.Equal([(RolloutStage.Publish, 1), (RolloutStage.Canary, 1), (RolloutStage.Promote, 1), (RolloutStage.RollBack, 1)], rollout.Stages.Select(stage => (stage.Key, stage.Value)));
        // Two functions in two further versions.
        Assert.Equal(4, digests.Count);
        Assert.All(rollout.Versions.Values, versions => Assert.Equal([1, 2, 3], versions.Keys));
        Assert.Equal(new CanaryShare(random.Draws, CountingRandom.BelowATenth(Seed, random.Draws), 0.1), rollout.Canary);
        Assert.True(rollout.Reads.ByOlder > 0, "No version read what a newer one had written.");
        Assert.True(rollout.Reads.ByNewer > 0, "No version read what an older one had written.");
        await AssertStatisticsAsync(run);
        await AssertOnlyLiveAsync(run, "2");
    }

    // The version that was rolled back to returns the statistics of all three versions' writes.
    private static async Task AssertStatisticsAsync(LocalRun run)
    {
        string[] users = [.. Enumerable.Range(0, Users).Select(SoakClient.UserId)];
        using var tables = new RunTables(run, TimeProvider.System);
        var stored = await StoredState.ReadAsync(tables, users, TimeProvider.System);
        foreach (var user in users)
        {
            var stats = await new ApiClient(new Uri(run.Url)).StatsAsync(user);

            var workouts = stored.Workouts.Where(workout => workout.UserId == user).ToArray();
            Assert.NotEmpty(workouts);
            Assert.Equal(workouts.Length, stats["totalWorkouts"]!.GetValue<int>());
            Assert.Equal(workouts.Sum(workout => workout.Content.Minutes), stats["totalDurationMinutes"]!.GetValue<decimal>());
        }
    }

    private static async Task AssertOnlyLiveAsync(LocalRun run, string version)
    {
        using var limit = new CancellationTokenSource(_timeout);
        ImmutableArray<string> expected = [$"{FunctionNames.ProcessWorkout} {version}", $"{FunctionNames.QueryWorkouts} {version}"];
        ImmutableArray<string> found;
        while (!(found = LiveVersions(run)).SequenceEqual(expected))
        {
            Assert.False(limit.IsCancellationRequested, $"These run: {string.Join(", ", found)}.");
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    private static ImmutableArray<string> LiveVersions(LocalRun run) =>
    [
        .. FunctionProcesses.Alive(run.AwsEndpoint)
            .Select(FunctionProcesses.VariablesOf)
            .Select(variables => $"{Name(variables)} {Value(variables, "AWS_LAMBDA_FUNCTION_VERSION")}").Distinct().Order(StringComparer.Ordinal),
    ];

    private static string Name(string[] variables) => Value(variables, "AWS_LAMBDA_FUNCTION_NAME").Split('-')[0];

    private static string Value(string[] variables, string name) =>
        variables.FirstOrDefault(variable => variable.StartsWith($"{name}=", StringComparison.Ordinal))?[(name.Length + 1)..] ?? "";
}

/// <summary>A seeded random source that counts its draws.</summary>
internal sealed class CountingRandom(int seed) : Random(seed)
{
    public int Draws { get; private set; }

    /// <summary>Number of the first draws that are below 0.1.</summary>
    public static int BelowATenth(int seed, int draws)
    {
        var random = new CountingRandom(seed);
        return Enumerable.Range(0, draws).Count(_ => random.NextDouble() < 0.1);
    }

    public override double NextDouble()
    {
        Draws++;
        return base.NextDouble();
    }
}

/// <summary>A repository with its own archives, to which each release adds another file.</summary>
internal sealed class ReleasedArchives : Sandbox
{
    private static readonly ImmutableArray<string> _functions = [FunctionNames.ProcessWorkout, FunctionNames.QueryWorkouts];

    public ReleasedArchives()
    {
        LocalRepository.Create(Repository);
        // Replaces the archives that all tests share.
        var shared = new DirectoryInfo(Path.Combine(Repository, "artifacts", "functions"));
        var originals = shared.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        shared.Delete();
        shared.Create();
        foreach (var function in _functions)
        {
            File.Copy(Path.Combine(originals, $"{function}.zip"), Archive(function));
        }
    }

    public string Repository => PathOf("repository");

    /// <summary>Replaces the file of the previous release.</summary>
    public void Release(string content)
    {
        foreach (var function in _functions)
        {
            using var archive = ZipFile.Open(Archive(function), ZipArchiveMode.Update);
            archive.GetEntry("release.txt")?.Delete();
            var entry = archive.CreateEntry("release.txt");
            // The same content must give the same archive.
            entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var writer = new StreamWriter(entry.Open());
            writer.Write(content);
        }
    }

    public IEnumerable<string> Sums() => _functions.Select(function => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Archive(function)))));

    private string Archive(string function) => Path.Combine(Repository, "artifacts", "functions", $"{function}.zip");
}
