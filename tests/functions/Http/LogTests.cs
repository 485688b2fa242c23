using WorkoutLog.Contracts;
using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Http.Runtime;

namespace WorkoutLog.Functions.Tests.Http;

public class LogTests
{
    [Theory]
    [InlineData(LogLevel.Debug, 2)]
    [InlineData(LogLevel.Info, 2)]
    [InlineData(LogLevel.Warn, 2)]
    [InlineData(LogLevel.Error, 0)]
    public void Leaves_out_what_is_less_severe_than_asked_for(LogLevel least, int lines)
    {
        using var output = new MemoryStream();
        var log = new Log(output, FixedTime.Default, least);

        log.ParameterRefused("a", "its value is not valid", "deployed");
        log.ParametersNotRead(new IOException(), "deployed");

        Assert.Equal(lines, output.ToArray().Count(value => value == (byte)'\n'));
    }
}
