namespace WorkoutLog.Infra.Tests.Settings;

public class WatchSettingTests
{
    [Theory]
    [InlineData("https://example.com")]
    [InlineData("https://git.example.com:8443/team/workout-log/-/blob/main/docs/runbooks")]
    public void Runbooks_are_read_under_an_https_address(string url) =>
        Assert.Equal(url, Configuration.Accept(("runbooksUrl", url)).Observability.RunbooksUrl);

    [Fact]
    public void Without_an_address_the_runbooks_stay_in_the_repository() =>
        Assert.Null(Configuration.Accept(("runbooksUrl", "")).Observability.RunbooksUrl);

    [Theory]
    [InlineData("http://example.com/runbooks")]
    [InlineData("https://example.com/runbooks/")]
    [InlineData("https://example.com/run books")]
    [InlineData("https://example.com/runbooks?branch=main")]
    [InlineData("https://example.com/(runbooks)")]
    [InlineData("https://")]
    [InlineData("docs/runbooks")]
    public void Refuses_what_no_name_of_a_file_can_follow(string url) => Assert.Equal(
        Configuration.Error(
            "runbooksUrl",
            url,
            "empty, or the https:// address of a folder, without a slash at its end",
            "set p:runbooksUrl https://example.com/workout-log/docs/runbooks"),
        Configuration.Refuse(("runbooksUrl", url)));

    [Fact]
    public void Objectives_stand_in_the_region_of_the_stack() => Assert.Equal(
        """
          aws-native:region is "eu-west-1"; allowed: us-east-1 as in aws:region, because monitoring is detailed and the objectives stand where their metrics are
            pulumi config set aws-native:region us-east-1 --stack s
        """,
        Configuration.Refuse(("monitoring", "detailed"), ("aws-native:region", "eu-west-1")));

    [Fact]
    public void Without_objectives_nobody_asks_for_their_region() => Configuration.Accept(("monitoring", "basic"), ("aws-native:region", "eu-west-1"));
}
