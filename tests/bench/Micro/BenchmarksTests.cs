using System.Diagnostics;
using System.Reflection;
using System.Reflection.Emit;
using WorkoutLog.Bench.Micro;
using WorkoutLog.Bench.Micro.Benchmarks;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.Bench.Tests.Micro;

/// <summary>The measured code works: a benchmark of a rejection would be fast but meaningless.</summary>
public sealed class BenchmarksTests
{
    [Fact]
    public async Task A_workout_is_accepted_and_logged()
    {
        var benchmarks = new PostBenchmarks();

        Assert.IsType<WorkoutValidation.Accepted>(benchmarks.ParseAndValidate());
        Assert.NotNull(await benchmarks.HandleAsync());
    }

    [Fact]
    public void Keys_are_read_as_they_were_written()
    {
        var benchmarks = new KeyBenchmarks();

        Assert.True(benchmarks.ReadSortKey());
        Assert.True(benchmarks.ReadId());
        Assert.True(benchmarks.ReadCursor());
    }

    [Theory]
    [InlineData(12)]
    [InlineData(120)]
    public async Task Statistics_cover_the_expected_number_of_months(int months)
    {
        var benchmarks = new StatsBenchmarks { Months = months };
        benchmarks.SetUp();

        string answer = await benchmarks.AllTime();

        Assert.Equal(months, System.Text.Json.Nodes.JsonNode.Parse(answer)!["byMonth"]!.AsObject().Count);
    }

    [Theory]
    [InlineData(DebuggableAttribute.DebuggingModes.Default | DebuggableAttribute.DebuggingModes.DisableOptimizations, true)]
    [InlineData(DebuggableAttribute.DebuggingModes.IgnoreSymbolStoreSequencePoints, false)]
    public void Detects_a_debug_build(DebuggableAttribute.DebuggingModes modes, bool expected)
    {
        var mark = new CustomAttributeBuilder(typeof(DebuggableAttribute).GetConstructor([typeof(DebuggableAttribute.DebuggingModes)])!, [modes]);
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("built"), AssemblyBuilderAccess.Run, [mark]);

        Assert.Equal(expected, MicroCommand.IsDebugBuild(assembly));
    }

    [Fact]
    public void A_report_shows_microseconds_and_bytes()
    {
        var report = new MicroReport("a machine", "a command", [new("write a sort key", 251.4, 3.2, 1_080), new("roll-up delta of a create", 12_345, 100, null)]);

        Assert.Equal(
            """
            One call, JIT-compiled
            call                       mean µs  error µs  allocated bytes
            write a sort key             0.251     0.003            1,080
            roll-up delta of a create   12.345     0.100                –

            a machine; error: half of the 99.9 % confidence interval. Made by `a command`.
            """,
            report.ToText());
    }
}
