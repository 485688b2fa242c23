using System.Text.Json;

namespace WorkoutLog.Infra.Tests.Settings;

public class ListSettingTests
{
    [Theory]
    [InlineData("alarmEmails", "a list of at most 20 different mail addresses", "oncall@example.com")]
    [InlineData("allowedNetworks", "a list of at most 100 different IPv4 and IPv6 networks in CIDR form", "203.0.113.0/24")]
    [InlineData("tags", "a list of at most 40 different tags key=value with keys that neither AWS nor the stack sets itself", "team=running")]
    [InlineData("workoutTypes", "a list of 1 to 50 different words of 1 to 32 characters A-Z, 0-9 and _, beginning with a letter", "RUN")]
    public void A_list_is_a_list(string key, string allowed, string example)
    {
        foreach (var text in new[] { "", example, "null", "{}" })
        {
            Assert.Equal(
                Configuration.Error(key, text, allowed, $"set --path 'p:{key}[0]' {example}"),
                Configuration.Refuse((key, text)));
        }
    }

    [Fact]
    public void At_least_one_workout_type_is_accepted() =>
        Assert.Equal(
            Configuration.Error(
                "workoutTypes",
                "[]",
                "a list of 1 to 50 different words of 1 to 32 characters A-Z, 0-9 and _, beginning with a letter",
                "set --path 'p:workoutTypes[0]' RUN"),
            Configuration.Refuse(("workoutTypes", "[]")));

    [Fact]
    public void What_is_too_much_is_removed_from_the_end()
    {
        var tags = JsonSerializer.Serialize(Enumerable.Range(0, 42).Select(index => $"key{index}=value"));

        Assert.Equal(
            $"  p:tags is \"{tags}\"; allowed: a list of at most 40 different tags key=value with keys that neither AWS nor the stack sets itself\n"
            + "    pulumi config rm --path 'p:tags[41]' --stack s\n"
            + "    pulumi config rm --path 'p:tags[40]' --stack s",
            Configuration.Refuse(("tags", tags)));
    }

    [Fact]
    public void Forty_tags_are_not_too_many() =>
        Configuration.Accept(("tags", JsonSerializer.Serialize(Enumerable.Range(0, 40).Select(index => $"key{index}=value"))));

    [Theory]
    [InlineData("workoutTypes", """["RUN","SWIM","RUN"]""", "RUN", "workoutTypes[2]", "workoutTypes[0]")]
    [InlineData("alarmEmails", """["a@example.com","A@example.com"]""", "A@example.com", "alarmEmails[1]", "alarmEmails[0]")]
    [InlineData("allowedNetworks", """["2001:db8::/32","2001:DB8:0::/32"]""", "2001:DB8:0::/32", "allowedNetworks[1]", "allowedNetworks[0]")]
    [InlineData("tags", """["team=a","team=b"]""", "team=b", "tags[1]", "tags[0]")]
    public void An_element_stands_once(string key, string text, string received, string element, string first) =>
        Assert.Equal(
            Configuration.Error(element, received, $"an element that differs from {first}", $"rm --path 'p:{element}'"),
            Configuration.Refuse((key, text)));

    [Fact]
    public void Each_bad_element_is_an_error_of_its_own() =>
        Assert.Equal(
            Configuration.Error(
                "alarmEmails[0]",
                "nobody",
                "a mail address such as oncall@example.com",
                "set --path 'p:alarmEmails[0]' oncall@example.com")
            + "\n"
            + Configuration.Error(
                "alarmEmails[2]",
                "a@b",
                "a mail address such as oncall@example.com",
                "set --path 'p:alarmEmails[2]' oncall@example.com"),
            Configuration.Refuse(("alarmEmails", """["nobody","oncall@example.com","a@b"]""")));

    [Fact]
    public void An_element_is_a_text() =>
        Assert.Equal(
            Configuration.Error("workoutTypes[1]", "7", "a text in quotation marks", "set --path 'p:workoutTypes[1]' RUN"),
            Configuration.Refuse(("workoutTypes", """["RUN",7]""")));

    [Theory]
    [InlineData("RUN_2")]
    [InlineData("A")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZ_12345")]
    public void Takes_a_workout_type(string type) =>
        Assert.Equal([type], Configuration.Accept(("workoutTypes", $"""["{type}"]""")).Workouts.SupportedTypes.AsEnumerable());

    [Theory]
    [InlineData("run")]
    [InlineData("2RUN")]
    [InlineData("")]
    [InlineData("TRAIL RUN")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZ_123456")]
    public void Refuses_a_workout_type(string type) =>
        Assert.Equal(
            Configuration.Error(
                "workoutTypes[0]",
                type,
                "1 to 32 characters A-Z, 0-9 and _, beginning with a letter",
                "set --path 'p:workoutTypes[0]' RUN"),
            Configuration.Refuse(("workoutTypes", $"""["{type}"]""")));

    [Theory]
    [InlineData("oncall@example.com")]
    [InlineData("first.last+alarms@mail.example.co")]
    public void Takes_a_mail_address(string address) =>
        Assert.Equal([address], Configuration.Accept(("alarmEmails", $"""["{address}"]""")).Observability.AlarmEmails.AsEnumerable());

    [Theory]
    [InlineData("example.com")]
    [InlineData("a@b@example.com")]
    [InlineData("on call@example.com")]
    [InlineData("oncall@example")]
    [InlineData("oncall@-example.com")]
    public void Refuses_what_is_no_mail_address(string address) =>
        Assert.Equal(
            Configuration.Error(
                "alarmEmails[0]",
                address,
                "a mail address such as oncall@example.com",
                "set --path 'p:alarmEmails[0]' oncall@example.com"),
            Configuration.Refuse(("alarmEmails", $"""["{address}"]""")));
}
