using WorkoutLog.Local.Runner.Lambda;

namespace WorkoutLog.Local.Tests.Runner.Lambda;

public sealed class InvocationLinesTests
{
    private readonly InvocationLines _lines = new();

    [Fact]
    public void Gives_a_late_line_to_the_invocation_that_it_names()
    {
        _lines.Add("from INIT");
        _lines.Begin("one");
        _lines.Add("plain");
        _lines.Begin("two");
        _lines.Add("""{"requestId":"one"}""");
        _lines.Add("plain too");

        Assert.Equal(["from INIT", "plain", """{"requestId":"one"}"""], _lines.End("one").AsEnumerable());
        Assert.Equal(["plain too"], _lines.End("two").AsEnumerable());
    }

    [Fact]
    public void Keeps_a_line_between_two_invocations_for_the_next()
    {
        _lines.Begin("one");
        _lines.End("one");
        _lines.Add("between");
        _lines.Begin("two");

        Assert.Equal(["between"], _lines.End("two").AsEnumerable());
        Assert.Empty(_lines.End("never begun"));
    }
}
