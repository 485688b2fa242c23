using System.Text.Json;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace WorkoutLog.Offline.Tests.PulumiCore;

public sealed class ConfigTests : IDisposable
{
    private const string Variable = "PULUMI_CONFIG";
    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);

    public void Dispose() => Environment.SetEnvironmentVariable(Variable, _before);

    [Fact]
    public async Task Reads_the_namespace_of_the_project_or_the_one_that_is_named()
    {
        await WithAsync("""{"project:key":"mine","aws:region":"us-east-1","other:config:old":"o"}""", () =>
        {
            Assert.Equal("mine", new Config().Get("key"));
            Assert.Equal("us-east-1", new Config("aws").Require("region"));
            Assert.Equal("us-east-1", new Config("aws:config").Get("region"));
            Assert.Equal("o", new Config("other").Get("old"));
            Assert.Null(new Config().Get("KEY"));
        });
    }

    [Fact]
    public async Task Converts_texts_and_refuses_what_does_not_fit()
    {
        await WithAsync("""{"project:i":" 12 ","project:d":"0.5","project:b":"true","project:bad":"x1","project:B":"True","project:n":7,"project:t":true,"project:k":"1,000.5"}""", () =>
        {
            var config = new Config();
            Assert.Equal(12, config.GetInt32("i"));
            Assert.Equal(0.5, config.RequireDouble("d"));
            Assert.True(config.RequireBoolean("b"));
            Assert.Equal("7", config.Get("n"));
            Assert.Equal("True", config.Get("t"));
            Assert.Null(config.GetInt32("absent"));
            Assert.Equal("Configuration 'project:bad' value 'x1' is not a valid Int32", Refusal(() => config.GetInt32("bad")));
            Assert.Equal("Configuration 'project:bad' value 'x1' is not a valid Double", Refusal(() => config.GetDouble("bad")));
            Assert.Equal("Configuration 'project:k' value '1,000.5' is not a valid Double", Refusal(() => config.GetDouble("k")));
            Assert.Equal("Configuration 'project:B' value 'True' is not a valid Boolean", Refusal(() => config.GetBoolean("B")));
        });
    }

    [Fact]
    public async Task Tells_how_to_set_what_is_missing()
    {
        await WithAsync("""{"project:empty":""}""", () =>
        {
            Assert.Equal("", new Config().Require("empty"));
            Assert.Equal(
                "Missing Required configuration variable 'project:zz'\n\tplease set a value using the command `pulumi config set project:zz <value>`",
                Refusal(() => new Config().RequireInt32("zz")));
        });
    }

    [Fact]
    public async Task Reads_objects()
    {
        await WithAsync("""{"project:list":"[1,2]","project:raw":[3],"project:bad":"{"}""", () =>
        {
            Assert.Equal([1, 2], new Config().RequireObject<int[]>("list"));
            Assert.Equal([3], new Config().GetObject<int[]>("raw")!);
            Assert.Null(new Config().GetObject<int[]>("absent"));
            Assert.Equal("Configuration 'project:bad' value '{' is not a valid System.Int32[]", Refusal(() => new Config().GetObject<int[]>("bad")));
        });
    }

    [Fact]
    public async Task Wraps_secrets()
    {
        await WithAsync("""{"project:key":"hidden","project:n":"5"}""", () =>
        {
            Assert.Null(new Config().GetSecret("absent"));
            Assert.Null(new Config().GetSecretInt32("absent"));
            Assert.True(Output.IsSecretAsync(new Config().RequireSecret("key")).Result);
            Assert.Equal(5, OutputUtilities.GetValueAsync(new Config().GetSecretInt32("n")!).Result);
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    public async Task Lets_the_run_fail_on_a_variable_that_is_not_json(string json)
    {
        Environment.SetEnvironmentVariable(Variable, json);

        await Assert.ThrowsAnyAsync<JsonException>(() => Deployment.TestAsync(new RecordingMocks(), new TestOptions(), () => { }));
    }

    [Fact]
    public async Task Reads_the_variable_when_the_run_starts()
    {
        await WithAsync("""{"project:key":"before"}""", () =>
        {
            Environment.SetEnvironmentVariable(Variable, """{"project:key":"after"}""");
            Assert.Equal("before", new Config().Get("key"));
        });
    }

    private static async Task WithAsync(string json, Action program)
    {
        Environment.SetEnvironmentVariable(Variable, json);
        await Evaluate.PreviewAsync(new RecordingMocks(), program);
    }

    private static string Refusal(Action read) => Assert.ThrowsAny<RunException>(read).Message;
}
