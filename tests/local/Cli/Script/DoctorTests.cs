namespace WorkoutLog.Local.Tests.Cli.Script;

public sealed class DoctorTests : ScriptRun
{
    [Fact]
    public async Task Works_where_almost_nothing_is_installed_and_says_what_to_do()
    {
        var (exitCode, output, errors) = await RunAsync("doctor");

        Assert.Equal((1, ""), (exitCode, errors));
        Assert.Contains("missing     .NET SDK                        builds and runs everything\n            → https://dotnet.microsoft.com/download\n", output, StringComparison.Ordinal);
        Assert.Contains("optional    Pulumi CLI                      deploys\n            → https://www.pulumi.com/docs/install\n", output, StringComparison.Ordinal);
        Assert.EndsWith("\nMend what is missing first: up or test can not run without it.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_the_packages_where_there_is_apt()
    {
        Give("apt-get", "exit 1");
        Give("id", "echo 1000");

        var findings = await FindingsAsync();

        Assert.Equal(("missing", "sudo apt-get install default-jre-headless"), ($"{findings["Java"]["state"]}", $"{findings["Java"]["mend"]}"));
        Assert.Equal(("missing", "sudo apt-get install gcc libc6-dev zlib1g-dev"), ($"{findings["C linker, zlib"]["state"]}", $"{findings["C linker, zlib"]["mend"]}"));
    }

    [Fact]
    public async Task Counts_what_a_command_installs_itself_as_good()
    {
        Give("apt-get", "exit 1");
        Give("id", "echo 0");
        Give("dotnet", "echo 10.0.100");
        Give("df", "printf 'Filesystem\\nx 1 1 99999999 1 /\\n'");

        var (exitCode, output, _) = await RunAsync("doctor");

        Assert.Equal(0, exitCode);
        Assert.Contains("ok          .NET SDK        10.0.100        builds and runs everything\n", output, StringComparison.Ordinal);
        Assert.Contains("installable Java                            DynamoDB Local runs on it\n", output, StringComparison.Ordinal);
        Assert.EndsWith("\nReady: what is installable, the commands that need it install themselves.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_curl_that_can_not_sign()
    {
        Give("curl", "echo 'curl 7.74.0 (x86_64-pc-linux-gnu)'");

        Assert.Equal("missing", $"{(await FindingsAsync())["curl 7.82"]["state"]}");
    }

    [Fact]
    public async Task Says_of_credentials_only_where_they_are()
    {
        Write(".aws/credentials", "[default]\naws_secret_access_key = not-to-be-shown\n");

        var (_, output, errors) = await RunAsync("doctor", "--json");

        Assert.DoesNotContain("not-to-be-shown", output + errors, StringComparison.Ordinal);
        Assert.Contains("""{"state":"ok","name":"AWS credentials","found":"in files",""", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_nothing_but_json()
    {
        Assert.Equal((2, "", "workout: doctor takes --json and nothing else; received \"--jason\".\n"), await RunAsync("doctor", "--jason"));
    }

    private async Task<Dictionary<string, JsonNode>> FindingsAsync()
    {
        var (_, output, _) = await RunAsync("doctor", "--json");
        return JsonNode.Parse(output)!["findings"]!.AsArray().ToDictionary(finding => $"{finding!["name"]}", finding => finding!);
    }
}
