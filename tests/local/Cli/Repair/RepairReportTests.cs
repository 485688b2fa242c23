using WorkoutLog.Local.Cli.Repair;
using WorkoutLog.Storage.Repair;

namespace WorkoutLog.Local.Tests.Cli.Repair;

public sealed class RepairReportTests
{
    private static readonly RollupDifference[] _differences =
    [
        new("2026-05", "09n", 2, 1),
        new("2026-05", "STRENGTH_2.c", null, 310.5m),
    ];

    [Theory]
    [InlineData("RUN.n", "workouts of RUN")]
    [InlineData("RUN.m", "minutes of RUN")]
    [InlineData("RUN.c", "kilocalories of RUN")]
    [InlineData("RUN.d", "kilometres of RUN")]
    [InlineData("09n", "workouts on day 09")]
    [InlineData("31m", "minutes on day 31")]
    public void Says_measures_in_words(string measure, string expected) => Assert.Equal(expected, Measures.Describe(measure));

    [Fact]
    public void Has_a_line_for_each_difference_and_one_that_sums_up()
    {
        var lines = new RepairReport("dev", "u", Mended: false, _differences).ToText().Split('\n');

        Assert.Equal(
            [
                "2026-05  workouts on day 09: 2 stored, 1 recomputed",
                "2026-05  kilocalories of STRENGTH_2: no number stored, 310.5 recomputed",
                "2 differences. To mend: the same command with --mend",
            ],
            lines);
    }

    [Fact]
    public void Says_what_was_mended() => Assert.EndsWith("\n2 differences mended.", new RepairReport("dev", "u", Mended: true, _differences).ToText(), StringComparison.Ordinal);

    [Fact]
    public void Counts_each_month_that_stays_wrong_once()
    {
        RollupDifference[] differences = [.. _differences, new("2026-06", "RUN.n", 2, 1)];

        Assert.Equal(2, new RepairReport("dev", "u", Mended: false, differences).WrongMonths);
        Assert.Equal(0, new RepairReport("dev", "u", Mended: true, differences).WrongMonths);
        Assert.Equal(0, new RepairReport("dev", "u", Mended: false, []).WrongMonths);
    }

    [Fact]
    public void Has_a_form_for_machines() => Assert.Equal(
        """{"stack":"dev","userId":"u","mended":false,"differences":[{"month":"2026-05","measure":"09n","stored":2,"recomputed":1},{"month":"2026-05","measure":"STRENGTH_2.c","stored":null,"recomputed":310.5}]}""",
        new RepairReport("dev", "u", Mended: false, _differences).ToJson());
}
