using System.Text.Json;
using Pulumi;
using Pulumi.Testing;

namespace WorkoutLog.Offline.Tests.PulumiCore;

public sealed class ConfigTests : IDisposable
{
    private const string Variable = "PULUMI_CONFIG";
    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);

    public void Dispose() => Environment.SetEnvironmentVariable(Variable, _before);

    [Fact]
    public Task Reads_the_namespace_of_the_project_or_the_given_one() => WithAsync(
        """{"project:key":"mine","aws:region":"us-east-1","other:config:old":"o"}""",
        () =>
        {
            Assert.Equal(("mine", null), (new Config().Get("key"), new Config().Get("KEY")));
            Assert.Equal(("us-east-1", "us-east-1"), (new Config("aws").Require("region"), new Config("aws:config").Get("region")));
            Assert.Equal("o", new Config("other").Get("old"));
        });

    [Fact]
    public Task Converts_texts_and_rejects_invalid_ones() => WithAsync(
        """{"project:i":" 12 ","project:d":"0.5","project:b":"true","project:bad":"x1","project:B":"True","project:n":7,"project:t":true,"project:k":"1,000.5","project:list":"[1,2]","project:raw":[3],"project:open":"{"}""",
        () =>
        {
            var config = new Config();
            Assert.Equal((12, 0.5, true), (config.GetInt32("i"), config.RequireDouble("d"), config.RequireBoolean("b")));
            Assert.Equal(("7", "True", null), (config.Get("n"), config.Get("t"), config.GetInt32("absent")));
            Assert.Equal([1, 2], config.RequireObject<int[]>("list"));
            Assert.Equal([3], config.GetObject<int[]>("raw")!);
            Assert.Null(config.GetObject<int[]>("absent"));

            AssertRefuses("bad", "x1", "Int32", () => config.GetInt32("bad"));
            AssertRefuses("bad", "x1", "Double", () => config.GetDouble("bad"));
            AssertRefuses("k", "1,000.5", "Double", () => config.GetDouble("k"));
            AssertRefuses("B", "True", "Boolean", () => config.GetBoolean("B"));
            AssertRefuses("open", "{", "System.Int32[]", () => config.GetObject<int[]>("open"));
        });

    [Fact]
    public Task Says_how_to_set_a_missing_setting() => WithAsync("""{"project:empty":""}""", () =>
    {
        Assert.Equal("", new Config().Require("empty"));
        Assert.Equal(
            "Missing Required configuration variable 'project:zz'\n\tplease set a value using the command `pulumi config set project:zz <value>`",
            Assert.ThrowsAny<RunException>(() => new Config().RequireInt32("zz")).Message);
    });

    [Fact]
    public Task Wraps_secrets() => WithAsync("""{"project:key":"hidden","project:n":"5"}""", () =>
    {
        Assert.Null(new Config().GetSecret("absent"));
        Assert.Null(new Config().GetSecretInt32("absent"));
        Assert.True(new Config().RequireSecret("key").IsSecretAsync().Result);
        Assert.Equal(5, new Config().GetSecretInt32("n")!.ValueAsync().Result);
    });

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    public async Task Fails_the_run_when_the_variable_is_not_json(string json)
    {
        Environment.SetEnvironmentVariable(Variable, json);

        await Assert.ThrowsAnyAsync<JsonException>(() => Deployment.TestAsync(new RecordingMocks(), new TestOptions(), () => { }));
    }

    [Fact]
    public Task Reads_the_variable_when_the_run_starts() => WithAsync("""{"project:key":"before"}""", () =>
    {
        Environment.SetEnvironmentVariable(Variable, """{"project:key":"after"}""");
        Assert.Equal("before", new Config().Get("key"));
    });

    private static async Task WithAsync(string json, Action program)
    {
        Environment.SetEnvironmentVariable(Variable, json);
        await Evaluate.PreviewAsync(new RecordingMocks(), program);
    }

    private static void AssertRefuses(string key, string value, string type, Action read) =>
        Assert.Equal($"Configuration 'project:{key}' value '{value}' is not a valid {type}", Assert.ThrowsAny<RunException>(read).Message);
}
