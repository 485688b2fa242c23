using WorkoutLog.Bench.Micro;

namespace WorkoutLog.Bench.Tests.Micro;

public sealed class MicroReportTests
{
    [Fact]
    public void Shows_microseconds_and_bytes()
    {
        var report = new MicroReport("a machine", "a command", [new("write a sort key", 251.4, 3.2, 1_080), new("roll-up delta of a create", 12_345, 100, null)]);

        Assert.Equal(
            """
            One call, compiled just in time
            call                       mean µs  error µs  allocated bytes
            write a sort key             0.251     0.003            1,080
            roll-up delta of a create   12.345     0.100                –

            a machine; error: half of the 99.9 % confidence interval. Made by `a command`.
            """,
            report.ToText());
    }
}
