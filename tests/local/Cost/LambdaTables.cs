using WorkoutLog.Local.Cost;
using WorkoutLog.Local.Cost.Pricing;

namespace WorkoutLog.Local.Tests.Cost;

/// <summary>The cost of the functions' time, by memory and by CPU.</summary>
internal static class LambdaTables
{
    private static readonly int[] _memories = [128, 256, 512, 1_024, 1_769];
    private static readonly int[] _factors = [1, 2, 4];
    private static readonly MeasuredFunctions _now = MeasuredFunctions.Latest;

    public static string Memory(ResourceGraph graph, double[] loads)
    {
        var (architecture, _) = Functions(graph);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            Measured by `{MeasuredFunctions.Command}` ({_now.Machine}): {_now.WriteCpuMilliseconds} ms of CPU per log, {_now.ReadCpuMilliseconds} ms per read, {_now.StartMilliseconds} ms per cold start, at most {_now.PeakMiB} MiB. Assumed: {Assumptions.DynamoDbMillisecondsOfWrite} ms for DynamoDB per log, {Assumptions.DynamoDbMillisecondsOfRead} ms per read, and a cold start in every {1 / Assumptions.StartsPerRequest:0}th request. {architecture} compute only, list, prices of {PriceList.Load().Region} on {PriceList.Load().Date}.


            """) + MarkdownTable.Of(
            ["memory, MiB", "share of a core", "log, ms", "billed", "read, ms", "billed", .. loads.Select(logs => $"{Amounts.Quantity(logs)} logs per day")],
            1,
            _memories.Select(memory => (string[])
            [
                memory.ToString("N0", CultureInfo.InvariantCulture), InvocationTime.ShareOfACore(memory).ToString("0.00", CultureInfo.InvariantCulture),
                One(_now.Write.Milliseconds(memory)), One(_now.Write.Billed(memory)), One(_now.Read.Milliseconds(memory)), One(_now.Read.Billed(memory)),
                .. loads.Select(logs => Amounts.Dollars(Compute(_now, memory, architecture, logs))),
            ]));
    }

    public static string Cpu(ResourceGraph graph, double[] loads)
    {
        var (architecture, memory) = Functions(graph);
        return $"{architecture} compute with {memory} MiB only, list, prices of {PriceList.Load().Region} on {PriceList.Load().Date}. In brackets: the extra cost.\n\n" + MarkdownTable.Of(
            ["CPU", "billed per log, per read, ms", .. loads.Select(logs => $"{Amounts.Quantity(logs)} logs per day")],
            1,
            from factor in _factors
            let functions = _now with { WriteCpuMilliseconds = factor * _now.WriteCpuMilliseconds, ReadCpuMilliseconds = factor * _now.ReadCpuMilliseconds }
            select (string[])
            [
                factor == 1 ? "measured" : $"{factor} times as much", $"{One(functions.Write.Billed(memory))}, {One(functions.Read.Billed(memory))}",
                .. loads.Select(logs => Compared(Compute(functions, memory, architecture, logs), Compute(_now, memory, architecture, logs))),
            ]);
    }

    /// <summary>Dollars per month for the time of both functions, with the reads that an app makes.</summary>
    public static double Compute(MeasuredFunctions functions, int memoryMiB, string architecture, double logsPerDay)
    {
        var load = Workload.OfApp(logsPerDay);
        return PriceList.Load().Prices[$"lambdaCompute-{architecture}"].Of(
            FunctionType.GigabyteSeconds(load.LogsPerMonth, functions.Write.Billed(memoryMiB), memoryMiB)
            + FunctionType.GigabyteSeconds(load.ReadsPerMonth, functions.Read.Billed(memoryMiB), memoryMiB));
    }

    // Both functions have the same.
    public static (string Architecture, int MemoryMiB) Functions(ResourceGraph graph) =>
        graph.OfType(FunctionType.Token).Select(function => (FunctionType.Architecture(function), FunctionType.MemoryMiB(function))).Distinct().Single();

    private static string Compared(double dollars, double now) => Amounts.Dollars(dollars) + (dollars > now ? $" (+{Amounts.Dollars(dollars - now)})" : "");

    private static string One(double milliseconds) => milliseconds.ToString("0.0", CultureInfo.InvariantCulture);
}

public sealed class LambdaTimeTests(Stacks stacks) : IClassFixture<Stacks>
{
    [Fact]
    public void The_tables_and_the_bill_agree()
    {
        var (architecture, memory) = LambdaTables.Functions(stacks.Dev);

        var billed = CostReport.Of(stacks.Dev, Workload.OfApp(1_000_000)).Bill.Lines.Where(line => line.Price == $"lambdaCompute-{architecture}").Sum(line => line.ListDollars);

        Assert.Equal(billed, LambdaTables.Compute(MeasuredFunctions.Latest, memory, architecture, 1_000_000), precision: 6);
    }

    [Fact]
    public void Half_the_core_doubles_the_CPU_time_and_leaves_the_wait()
    {
        var time = new InvocationTime(CpuMilliseconds: 2, WaitMilliseconds: 10, StartMilliseconds: 0);

        Assert.Equal(12, time.Milliseconds(1_769));
        Assert.Equal(12, time.Milliseconds(3_538));
        Assert.Equal(14, time.Milliseconds(885), precision: 1);
    }

    [Fact]
    public void A_started_millisecond_and_a_part_of_a_start_are_billed() =>
        Assert.Equal(13 + (40 * Assumptions.StartsPerRequest), new InvocationTime(2.1, 10, StartMilliseconds: 40).Billed(1_769), precision: 9);

    [Fact]
    public void The_figures_match_the_published_comparison_and_the_format_of_the_bench()
    {
        var root = Repository.Find(AppContext.BaseDirectory).Root;
        var published = File.ReadAllText(Path.Combine(root, "docs/performance.md"));
        var document = File.ReadAllText(Path.Combine(root, MeasuredFunctions.Path));
        var now = MeasuredFunctions.Latest;

        Assert.Equal(document, now.ToJson());
        Assert.Contains($"{MeasuredFunctions.Command}`, {now.Machine}.", published, StringComparison.Ordinal);
        Assert.All(
            [
                ("start → answer of the first POST, ms", now.StartMilliseconds), ("CPU of a warm POST, ms", now.WriteCpuMilliseconds),
                ("CPU of a warm GET /stats, ms", now.ReadCpuMilliseconds), ("peak memory, MiB", now.PeakMiB),
            ],
            figure => Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"| {figure.Item1} | {figure.Item2} |"), published, StringComparison.Ordinal));
    }
}
