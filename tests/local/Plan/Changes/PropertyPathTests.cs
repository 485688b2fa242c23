using WorkoutLog.Local.Plan.Changes;

namespace WorkoutLog.Local.Tests.Plan.Changes;

public class PropertyPathTests
{
    [Theory]
    [InlineData("ttl.attributeName")]
    [InlineData("rules[0].lifecycle.deleteAfter")]
    [InlineData("[3]")]
    public void Is_written_as_Pulumi_writes_it(string path) => Assert.Equal(path, PropertyPath.Parse(path).ToString());

    [Fact]
    public void A_name_in_quotation_marks_may_hold_anything() => Assert.Equal(["tags", "a.b[0]"], PropertyPath.Parse("""tags["a.b[0]"]""").Steps.Select(step => step.Name));

    [Theory]
    [InlineData("environment.variables.LOGS_TABLE", "environment.variables.LOGS_TABLE")]
    [InlineData("sli.sliMetric.metricDataQueries[slow].metricStat.period.x", "sli…x")]
    [InlineData("requestBasedSli.requestBasedSliMetric.badCountMetric[0].expression", "requestBasedSli…badCountMetric[0].expression")]
    [InlineData("requestBasedSli.requestBasedSliMetric.badCountMetric[0]", "requestBasedSli…badCountMetric[0]")]
    public void Is_short_where_it_is_long(string path, string expected) => Assert.Equal(expected, PropertyPath.Parse(path.Replace("slow", "0", StringComparison.Ordinal)).Short);

    [Theory]
    [InlineData("a", """{"a":1,"b":9}""")]
    [InlineData("list[0].x", """{"a":2,"list":[{"x":1},{"x":8}],"b":9}""")]
    [InlineData("list[*].x", """{"a":2,"list":[{"x":1},{"x":2}],"b":9}""")]
    [InlineData("b", """{"a":2}""")]
    [InlineData("list[7]", """{"a":2,"b":9}""")]
    [InlineData("gone", """{"a":2,"b":9,"gone":5}""")]
    public void What_is_ignored_stays_as_it_was(string path, string expected)
    {
        const string Before = """{"a":1,"gone":5,"list":[{"x":1},{"x":2}]}""";
        const string After = """{"a":2,"b":9,"list":[{"x":7},{"x":8}]}""";
        var result = IgnoredChanges.Apply(JsonNode.Parse(Before)!.AsObject(), JsonNode.Parse(After)!.AsObject(), [path]);

        var wanted = JsonNode.Parse(expected)!.AsObject();
        wanted["list"] ??= JsonNode.Parse("""[{"x":7},{"x":8}]""");
        Assert.True(JsonNode.DeepEquals(wanted, result), result.ToJsonString());
    }
}
