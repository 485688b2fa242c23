using WorkoutLog.Domain.Validation;

namespace WorkoutLog.Functions.Tests.Domain;

public sealed class ReceivedTests
{
    [Fact]
    public void Cuts_a_long_value()
    {
        string shown = Received.Quote(new string('x', 100_000));

        Assert.Equal($"\"{new string('x', 64)}\"…", shown);
    }

    [Fact]
    public void Makes_unprintable_characters_visible()
    {
        string shown = Received.Quote("a\u202eb\u0000\ud800");

        Assert.Equal("\"a\\u202Eb\\u0000\ufffd\"", shown);
    }

    [Theory]
    [InlineData("workoutType", "workoutType")]
    [InlineData("X_1", "X_1")]
    [InlineData("", "\"\"")]
    [InlineData("a b", "\"a b\"")]
    [InlineData("<b>", "\"<b>\"")]
    [InlineData("é", "\"é\"")]
    public void Shows_a_name_as_it_is_only_when_it_could_be_one_of_ours(string name, string expected)
    {
        Assert.Equal(expected, Received.Name(name));
    }
}
