using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Infra.Tests.Settings;

public class KeyTests
{
    [Fact]
    public void Keys_are_unique() =>
        Assert.Distinct(SettingKeys.All.Select(setting => setting.Key));

    [Fact]
    public void The_program_ignores_the_waivers_of_a_plan() => Configuration.Accept(("planWaivers", "not even a list"));

    [Fact]
    public void The_region_must_be_set()
    {
        var (settings, errors) = SettingsValidator.Validate(new Dictionary<string, string>());

        Assert.Null(settings);
        Assert.Equal(
            "  aws:region must be the AWS region of the stack, such as us-east-1; it is not set.\n"
            + "    Fix: pulumi config set aws:region us-east-1 --stack s",
            Assert.Single(errors).Describe("p", "s").ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("it's me", """'it'\''s me'""")]
    [InlineData("", "''")]
    [InlineData("-x", "'-x'")]
    [InlineData("a=b/c@d.e:f+g-h", "a=b/c@d.e:f+g-h")]
    public void A_command_quotes_its_value_for_the_shell(string value, string quoted) =>
        Assert.Equal($"pulumi config set p:key {quoted} --stack s", new ConfigChange("key", value).Command("p", "s"));
}
