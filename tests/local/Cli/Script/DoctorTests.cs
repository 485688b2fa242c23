namespace WorkoutLog.Local.Tests.Cli.Script;

public sealed class DoctorTests : ScriptRun
{
    [Fact]
    public async Task Lists_the_fixes_when_almost_nothing_is_installed()
    {
        var (exitCode, output, errors) = await RunAsync("doctor");

        Assert.Equal((1, ""), (exitCode, errors));
        Assert.Contains("missing     .NET SDK                        builds and runs everything\n            → https://dotnet.microsoft.com/download\n", output, StringComparison.Ordinal);
        Assert.Contains("optional    Pulumi CLI                      deploys\n            → https://www.pulumi.com/docs/install\n", output, StringComparison.Ordinal);
        Assert.EndsWith("\nFix the missing requirements first: up or test cannot run without them.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_the_packages_on_systems_with_apt()
    {
        Give("apt-get", "exit 1");
        Give("id", "echo 1000");

        var findings = await FindingsAsync();

        Assert.Equal(("missing", "sudo apt-get install default-jre-headless"), ($"{findings["Java"]["state"]}", $"{findings["Java"]["fix"]}"));
        Assert.Equal(("missing", "sudo apt-get install gcc libc6-dev zlib1g-dev"), ($"{findings["C linker, zlib"]["state"]}", $"{findings["C linker, zlib"]["fix"]}"));
    }

    [Fact]
    public async Task Accepts_tools_that_a_command_installs()
    {
        Give("apt-get", "exit 1");
        Give("id", "echo 0");
        Give("dotnet", "echo 10.0.100");
        Give("df", "printf 'Filesystem\\nx 1 1 99999999 1 /\\n'");

        var (exitCode, output, _) = await RunAsync("doctor");

        Assert.Equal(0, exitCode);
        Assert.Contains("ok          .NET SDK        10.0.100        builds and runs everything\n", output, StringComparison.Ordinal);
        Assert.Contains("installable Java                            runs DynamoDB Local\n", output, StringComparison.Ordinal);
        Assert.EndsWith("\nReady: commands install the installable tools when they need them.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejects_a_curl_that_cannot_sign()
    {
        Give("curl", "echo 'curl 7.74.0 (x86_64-pc-linux-gnu)'");

        Assert.Equal("missing", $"{(await FindingsAsync())["curl 7.82"]["state"]}");
    }

    [Fact]
    public async Task Reports_only_the_location_of_credentials()
    {
        Write(".aws/credentials", "[default]\naws_secret_access_key = not-to-be-shown\n");

        var (_, output, errors) = await RunAsync("doctor", "--json");

        Assert.DoesNotContain("not-to-be-shown", output + errors, StringComparison.Ordinal);
        Assert.Contains("""{"state":"ok","name":"AWS credentials","found":"in files",""", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepts_no_option_but_json()
    {
        Assert.Equal((2, "", "workout: doctor accepts only --json; got \"--jason\".\n"), await RunAsync("doctor", "--jason"));
    }

    private async Task<Dictionary<string, JsonNode>> FindingsAsync()
    {
        var (_, output, _) = await RunAsync("doctor", "--json");
        return JsonNode.Parse(output)!["findings"]!.AsArray().ToDictionary(finding => $"{finding!["name"]}", finding => finding!);
    }
}
