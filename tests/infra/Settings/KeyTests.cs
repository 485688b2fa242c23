using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Infra.Tests.Settings;

public class KeyTests
{
    [Fact]
    public void A_key_stands_once() =>
        Assert.Distinct(SettingKeys.All.Select(setting => setting.Key));

    [Theory]
    [InlineData("capcity", "capacity", "set p:capacity onDemand")]
    [InlineData("Firewall", "firewall", "set p:firewall true")]
    [InlineData("alarmEmail", "alarmEmails", "set --path 'p:alarmEmails[0]' oncall@example.com")]
    [InlineData("processWorkoutMemoryMb", "processWorkoutMemoryMiB", "set p:processWorkoutMemoryMiB 256")]
    [InlineData("indexCapcityMax", "indexCapacityMax", "set p:indexCapacityMax 50")]
    public void A_key_that_does_not_exist_is_refused_and_the_nearest_one_named(string key, string nearest, string mend) =>
        Assert.Equal(
            $"  p:{key} is \"x\"; allowed: no such key; the nearest is {nearest}\n"
            + $"    pulumi config rm p:{key} --stack s\n    pulumi config {mend} --stack s",
            Configuration.Refuse((key, "x")));

    [Fact]
    public void The_region_must_be_set()
    {
        var (settings, errors) = SettingsValidator.Validate(new Dictionary<string, string>());

        Assert.Null(settings);
        Assert.Equal(
            "  aws:region is not set; allowed: the AWS region of the stack, such as us-east-1\n"
            + "    pulumi config set aws:region us-east-1 --stack s",
            Assert.Single(errors).Describe("p", "s").ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("us-east-1")]
    [InlineData("ap-southeast-2")]
    [InlineData("us-gov-west-1")]
    public void Takes_a_region(string region) => Assert.Equal(region, Configuration.Accept(("aws:region", region)).Region);

    [Theory]
    [InlineData("us-east")]
    [InlineData("us-east-1a")]
    [InlineData("Virginia")]
    [InlineData("")]
    public void Refuses_what_is_no_region(string region) =>
        Assert.Equal(
            $"  aws:region is \"{region}\"; allowed: the AWS region of the stack, such as us-east-1\n"
            + "    pulumi config set aws:region us-east-1 --stack s",
            Configuration.Refuse(("aws:region", region)));

    [Theory]
    [InlineData("it's me", """'it'\''s me'""")]
    [InlineData("", "''")]
    [InlineData("-x", "'-x'")]
    [InlineData("a=b/c@d.e:f+g-h", "a=b/c@d.e:f+g-h")]
    public void A_command_quotes_its_value_for_the_shell(string value, string quoted) =>
        Assert.Equal($"pulumi config set p:key {quoted} --stack s", new ConfigChange("key", value).Command("p", "s"));
}
