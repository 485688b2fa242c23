using System.Text.Json;

namespace WorkoutLog.Infra.Tests.Settings;

public class TagSettingTests
{
    private const string Form =
        "key=value, with a key of 1 to 128 and a value of 0 to 256 characters: letters, digits, spaces and _ . : / = + - @";

    [Fact]
    public void A_tag_is_a_key_and_a_value()
    {
        var settings = Configuration.Accept(("tags", """["team=running","equation=a=b","empty="]"""));

        Assert.Equal(
            new Dictionary<string, string> { ["empty"] = "", ["equation"] = "a=b", ["team"] = "running" },
            settings.Tags.ToDictionary());
    }

    [Fact]
    public void A_tag_may_be_as_long_as_AWS_lets_it()
    {
        Configuration.Accept(("tags", Json($"{new string('k', 128)}={new string('v', 256)}")));

        Assert.Contains(Form, Refuse($"{new string('k', 129)}=v"), StringComparison.Ordinal);
        Assert.Contains(Form, Refuse($"k={new string('v', 257)}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("team")]
    [InlineData("=running")]
    [InlineData("team=a;b")]
    [InlineData("te*am=a")]
    public void Refuses_what_is_no_tag(string tag) => Assert.Equal(Error(tag, Form), Refuse(tag));

    [Theory]
    [InlineData("aws:team=a")]
    [InlineData("AWS:team=a")]
    public void Refuses_the_prefix_of_AWS(string tag) =>
        Assert.Equal(Error(tag, "a key that does not begin with aws:, which is AWS's own"), Refuse(tag));

    [Theory]
    [InlineData("project=a")]
    [InlineData("stack=a")]
    [InlineData("component=a")]
    [InlineData("CostCentre=a")]
    public void Refuses_the_tags_that_the_stack_sets(string tag) =>
        Assert.Equal(Error(tag, "a key other than project, stack, component, costCentre, severity, which the stack sets itself"), Refuse(tag));

    private static string Error(string tag, string allowed) =>
        Configuration.Error("tags[0]", tag, allowed, "set --path 'p:tags[0]' team=running");

    private static string Refuse(string tag) => Configuration.Refuse(("tags", Json(tag)));

    private static string Json(string tag) => JsonSerializer.Serialize(new[] { tag });
}
