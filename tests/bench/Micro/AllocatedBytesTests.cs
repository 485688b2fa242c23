using System.Text.Json;
using WorkoutLog.Bench.Micro;

namespace WorkoutLog.Bench.Tests.Micro;

/// <summary>A request allocates the committed number of bytes.</summary>
public sealed class AllocatedBytesTests
{
    private static readonly Dictionary<string, long> _committed = new() { ["GET"] = 1_000, ["POST"] = 2_000 };

    [Fact]
    public async Task A_request_allocates_the_committed_bytes()
    {
        IReadOnlyDictionary<string, long> measured = await AllocatedBytes.MeasureAsync(CancellationToken.None);

        if (CommittedFile.IsToBeWritten)
        {
            CommittedFile.Holds(AllocationFigures.Path, _ => AllocationFigures.Write(measured));
            return;
        }

        // Assert.Equal and Assert.Empty would cut the messages.
        string differences = string.Join('\n', AllocationFigures.Differences(AllocationFigures.Read(), measured));
        Assert.True(differences.Length == 0, differences);
    }

    [Theory, InlineData(1_030), InlineData(970), InlineData(1_000)]
    public void Three_percent_more_or_less_pass(long measured) =>
        Assert.Empty(AllocationFigures.Differences(_committed, new Dictionary<string, long>(_committed) { ["GET"] = measured }));

    [Theory, InlineData(1_031, "+3.1 %"), InlineData(969, "-3.1 %")]
    public void A_larger_difference_fails_with_both_figures_and_the_command(long measured, string difference)
    {
        string failure = Assert.Single(AllocationFigures.Differences(_committed, new Dictionary<string, long>(_committed) { ["GET"] = measured }));

        Assert.All(["GET allocates", $"{measured:N0} bytes", "1,000 are committed", difference, "UPDATE_SNAPSHOTS=1 dotnet test tests/bench"], part => Assert.Contains(part, failure));
    }

    [Fact]
    public void A_request_without_a_figure_and_a_figure_without_a_request_fail() =>
        Assert.Equal(2, AllocationFigures.Differences(_committed, new Dictionary<string, long> { ["GET"] = 1_000, ["PUT"] = 2_000 }).Count());
}

/// <summary>The committed bytes of each request.</summary>
internal static class AllocationFigures
{
    public const string Path = "tests/bench/Micro/allocations.json";

    private const double Tolerance = 0.03;

    private const string Fix =
        $"Fix: allocate as before, or accept the new figures with UPDATE_SNAPSHOTS=1 dotnet test tests/bench --filter {nameof(AllocatedBytesTests)} and explain them in the commit.";

    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true };

    public static string Write(IReadOnlyDictionary<string, long> figures) => JsonSerializer.Serialize(figures, _indented) + "\n";

    public static Dictionary<string, long> Read() =>
        JsonSerializer.Deserialize<Dictionary<string, long>>(File.ReadAllText(System.IO.Path.Combine(Local.Repository.Find(AppContext.BaseDirectory).Root, Path)))!;

    /// <returns>A message for each request that allocates more or fewer bytes than committed; fewer count too, so that the figures stay current.</returns>
    public static IEnumerable<string> Differences(IReadOnlyDictionary<string, long> committed, IReadOnlyDictionary<string, long> measured) =>
        committed.Keys.Union(measured.Keys)
            .Select(request => (Name: request, Committed: committed.GetValueOrDefault(request), Measured: measured.GetValueOrDefault(request)))
            .Where(request => Math.Abs(request.Measured - request.Committed) > Tolerance * request.Committed)
            .Select(request => string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{request.Name} allocates {request.Measured:N0} bytes; {request.Committed:N0} are committed in {Path} ({Percent(request.Committed, request.Measured)}; at most ±{Tolerance:0 %}). {Fix}"));

    private static string Percent(long committed, long measured) =>
        committed == 0 ? "new" : ((measured - committed) / (double)committed).ToString("+0.0 %;-0.0 %", System.Globalization.CultureInfo.InvariantCulture);
}
