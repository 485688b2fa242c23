using WorkoutLog.Domain;

namespace WorkoutLog.Functions.Tests.Domain;

public sealed class WorkoutRulesTests
{
    [Theory]
    [InlineData("1440", 1440)]
    [InlineData("0.5", 0.5)]
    [InlineData("44640", 44640)]
    public void Reads_a_maximum_duration(string text, double expected)
    {
        bool read = WorkoutRules.TryParseMaxDuration(text, out decimal minutes);

        Assert.True(read);
        Assert.Equal((decimal)expected, minutes);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1e3")]
    [InlineData("1,440")]
    [InlineData("44640.1")]
    [InlineData("NaN")]
    public void Refuses_any_other_maximum_duration(string? text)
    {
        bool read = WorkoutRules.TryParseMaxDuration(text, out _);

        Assert.False(read);
    }

    [Fact]
    public void Reads_types_in_their_order()
    {
        bool read = WorkoutRules.TryParseSupportedTypes("RUN, CYCLING,HIIT_2", out var types);

        Assert.True(read);
        Assert.Equal(["RUN", "CYCLING", "HIIT_2"], types);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("run")]
    [InlineData("RUN,")]
    [InlineData("RUN,RUN")]
    [InlineData("2RUN")]
    [InlineData("RUN.FAST")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFG")]
    public void Refuses_any_other_list_of_types(string? text)
    {
        bool read = WorkoutRules.TryParseSupportedTypes(text, out _);

        Assert.False(read);
    }
}
