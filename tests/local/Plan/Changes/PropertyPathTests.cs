using WorkoutLog.Local.Plan.Changes;

namespace WorkoutLog.Local.Tests.Plan.Changes;

public class PropertyPathTests
{
    [Theory, Cases]
    public void Is_written_as_Pulumi_writes_it(string path) => Assert.Equal(path, PropertyPath.Parse(path).ToString());

    [Fact]
    public void A_name_in_quotation_marks_may_hold_anything() => Assert.Equal(["tags", "a.b[0]"], PropertyPath.Parse("""tags["a.b[0]"]""").Steps.Select(step => step.Name));

    [Theory, Cases]
    public void Long_paths_are_shortened(string path, string expected) => Assert.Equal(expected, PropertyPath.Parse(path.Replace("slow", "0", StringComparison.Ordinal)).Short);

    [Theory, Cases]
    public void Ignored_changes_keep_the_old_value(string path, string expected)
    {
        const string Before = """{"a":1,"gone":5,"list":[{"x":1},{"x":2}]}""";
        const string After = """{"a":2,"b":9,"list":[{"x":7},{"x":8}]}""";
        var result = IgnoredChanges.Apply(JsonNode.Parse(Before)!.AsObject(), JsonNode.Parse(After)!.AsObject(), [path]);

        var wanted = JsonNode.Parse(expected)!.AsObject();
        wanted["list"] ??= JsonNode.Parse("""[{"x":7},{"x":8}]""");
        Assert.True(JsonNode.DeepEquals(wanted, result), result.ToJsonString());
    }
}
