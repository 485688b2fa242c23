using WorkoutLog.Domain;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.Functions.Tests.Domain;

public sealed class TimestampTests
{
    [Theory]
    [InlineData("2026-05-09T07:30:00Z", "2026-05-09T07:30:00.0000000+00:00")]
    [InlineData("2026-05-09t07:30:00z", "2026-05-09T07:30:00.0000000+00:00")]
    [InlineData("2026-05-09T07:30:00.1+05:45", "2026-05-09T07:30:00.1000000+05:45")]
    [InlineData("2026-05-09T07:30:00.123456789-14:00", "2026-05-09T07:30:00.1234560-14:00")]
    [InlineData("2024-02-29T00:00:00-00:00", "2024-02-29T00:00:00.0000000+00:00")]
    public void Reads_the_grammar_of_RFC_3339(string text, string expected)
    {
        bool read = Rfc3339.TryParse(text, out var timestamp);

        Assert.True(read);
        Assert.Equal(expected, timestamp.ToString("O"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-05-09")]
    [InlineData("2026-05-09T07:30:00")]
    [InlineData("2026-05-09 07:30:00Z")]
    [InlineData("2026-05-09T07:30Z")]
    [InlineData("2026-05-09T07:30:00.Z")]
    [InlineData("2026-05-09T07:30:00.1234567890Z")]
    [InlineData("2026-05-09T07:30:00,5Z")]
    [InlineData("2026-05-09T07:30:00.5")]
    [InlineData("2026-05-09T07:30:00+02")]
    [InlineData("2026-05-09T07:30:00+0200")]
    [InlineData("2026-05-09T07:30:00+14:01")]
    [InlineData("2026-05-09T07:30:00+02:60")]
    [InlineData("2026-05-09T07:30:00Z ")]
    [InlineData("2026-02-29T07:30:00Z")]
    [InlineData("2026-13-01T07:30:00Z")]
    [InlineData("2026-00-01T07:30:00Z")]
    [InlineData("2026-05-00T07:30:00Z")]
    [InlineData("2026-05-09T24:00:00Z")]
    [InlineData("2026-05-09T07:60:00Z")]
    [InlineData("2026-05-09T07:30:60Z")]
    [InlineData("0000-05-09T07:30:00Z")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    [InlineData("٢٠٢٦-05-09T07:30:00Z")]
    public void Refuses_everything_else(string text)
    {
        bool read = Rfc3339.TryParse(text, out _);

        Assert.False(read);
    }

    [Fact]
    public void Takes_the_time_of_the_request_when_none_is_sent()
    {
        var workout = Drafts.Accept(Drafts.Good);

        Assert.Equal(new DateTimeOffset(2026, 5, 9, 7, 30, 0, TimeSpan.Zero), workout.Timestamp);
    }

    [Fact]
    public void Accepts_the_first_moment_of_2000_and_24_hours_ahead()
    {
        var first = Drafts.Accept(Drafts.Good with { WorkoutTimestamp = "1999-12-31T19:00:00-05:00" });
        var last = Drafts.Accept(Drafts.Good with { WorkoutTimestamp = "2026-05-10T07:30:00Z" });

        Assert.Equal("2000-01-01T00:00:00.000000Z", UtcTimestamp.Format(first.Timestamp));
        Assert.Equal("2026-05-10T07:30:00.000000Z", UtcTimestamp.Format(last.Timestamp));
    }

    [Fact]
    public void Refuses_a_moment_before_2000()
    {
        string[] errors = Drafts.Refuse(Drafts.Good with { WorkoutTimestamp = "1999-12-31T23:59:59.999999Z" });

        Assert.Equal(["workoutTimestamp out_of_range: workoutTimestamp must not be before 2000-01-01T00:00:00.000000Z; received \"1999-12-31T23:59:59.999999Z\"."], errors);
    }

    [Fact]
    public void Refuses_a_moment_more_than_24_hours_ahead()
    {
        string[] errors = Drafts.Refuse(Drafts.Good with { WorkoutTimestamp = "2026-05-10T07:30:00.000001Z" });

        Assert.Equal(["workoutTimestamp out_of_range: workoutTimestamp must be at most 24 hours ahead, until 2026-05-10T07:30:00.000000Z; received \"2026-05-10T07:30:00.000001Z\"."], errors);
    }
}
