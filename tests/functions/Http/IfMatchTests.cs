using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Http;
using WorkoutLog.Http.Headers;
using WorkoutLog.Storage;

namespace WorkoutLog.Functions.Tests.Http;

public sealed class IfMatchTests
{
    [Theory]
    [InlineData("*")]
    [InlineData(" * ")]
    [InlineData(null)]
    public void Allows_any_version(string? header)
    {
        Assert.True(Read(header).IsAny);
    }

    [Theory]
    [InlineData("\"1\"", 1)]
    [InlineData("\"12\"", 12)]
    [InlineData("\"1\",\"3\"", 1, 3)]
    [InlineData(" \"1\" , , \"3\" ,", 1, 3)]
    [InlineData("W/\"1\", \"2\"", 2)]
    [InlineData("W/\"1\"")]
    [InlineData("\"\"")]
    [InlineData("\"01\"")]
    [InlineData("\"+1\"")]
    [InlineData("\" 1\"")]
    [InlineData("\"1.0\"")]
    [InlineData("\"99999999999999999999\"")]
    [InlineData("\"abc, def\"")]
    [InlineData("\"*\"")]
    public void Allows_the_versions_that_are_named(string header, params int[] versions)
    {
        var condition = Read(header);

        Assert.False(condition.IsAny);
        Assert.Equal(versions, Enumerable.Range(0, 100).Where(condition.Allows));
    }

    [Theory]
    [InlineData("", "\"\"")]
    [InlineData(" ", "\" \"")]
    [InlineData(",", "\",\"")]
    [InlineData("1", "\"1\"")]
    [InlineData("'1'", "\"'1'\"")]
    [InlineData("\"1", "\"\"1\"")]
    [InlineData("\"1\" \"2\"", "\"\"1\" \"2\"\"")]
    [InlineData("*, \"1\"", "\"*, \"1\"\"")]
    [InlineData("\"1\", *", "\"\"1\", *\"")]
    [InlineData("W/", "\"W/\"")]
    [InlineData("W/1", "\"W/1\"")]
    [InlineData("\"1\"\r\nX: y", "\"\"1\"\\u000D\\u000AX: y\"")]
    public void Refuses_what_is_no_list_of_entity_tags(string header, string shown)
    {
        var error = IfMatch.Read(Request(header), out VersionCondition condition);

        Assert.Equal(
            ("If-Match", "malformed", $"If-Match must be * or entity tags in quotation marks, separated by commas; received {shown}."),
            (error?.Field, error?.Code, error?.Message));
        Assert.True(condition.IsAny);
    }

    private static VersionCondition Read(string? header)
    {
        Assert.Null(IfMatch.Read(Request(header), out VersionCondition condition));
        return condition;
    }

    private static ApiRequest Request(string? header)
    {
        var proxyEvent = Events.DeleteWorkout("a", "b");
        return new(header is null ? proxyEvent : proxyEvent.With("if-match", header), Invocations.Long, FixedTime.Default);
    }
}
