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
}
