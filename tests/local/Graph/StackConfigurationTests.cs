namespace WorkoutLog.Local.Tests.Graph;

/// <summary>Files are read as Pulumi reads them.</summary>
public sealed class StackConfigurationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workout-log-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The lines of <c>config</c> in a stack's file, and the program's value of the key.</summary>
    [Theory, Cases]
    public void A_value_reaches_the_program_as_a_text(string key, string yaml, string text) =>
        Assert.Equal(text, Load(stack: $"config:\n  {yaml}").Values[key]);

    [Fact]
    public void Values_of_the_project_and_of_other_namespaces_are_merged()
    {
        var configuration = Load(
            project: """
                config:
                  aws:region:
                    value: eu-west-1
                  aws:profile: shared
                  aws:defaultTags: { value: { tags: { owner: ops } } }
                  production: { type: boolean, default: false }
                  p:costCentre: gym
                  tags: [team=a]
                """,
            stack: """
                encryptionsalt: v1:abc
                environment: [shared]
                config:
                  p:production: true
                  aws:config:skipRegionValidation: true
                  aws:assumeRole: { roleArn: "arn:aws:iam::123456789012:role/deploy" }
                  other:token: { secure: AAAB }
                  pulumi:tags: { nested: [1, { secure: AAAB }] }
                """);

        Assert.Equal(
            [
                ("aws:assumeRole", """{"roleArn":"arn:aws:iam::123456789012:role/deploy"}"""),
                ("aws:defaultTags", """{"tags":{"owner":"ops"}}"""),
                ("aws:profile", "shared"),
                ("aws:region", "eu-west-1"),
                ("aws:skipRegionValidation", "true"),
                ("other:token", "[secret]"),
                ("p:costCentre", "gym"),
                ("p:production", "true"),
                ("p:tags", """["team=a"]"""),
                ("pulumi:tags", """{"nested":[1,"[secret]"]}"""),
            ],
            configuration.Values.Select(value => (value.Key, value.Value)));
        Assert.Equal(
            ["aws:assumeRole", "aws:profile", "aws:skipRegionValidation", "other:token", "pulumi:tags", "environment"],
            configuration.WithoutEffect.AsEnumerable());
    }

    [Theory, InlineData(""), InlineData("# nothing yet\n"), InlineData("config:\n"), InlineData("encryptionsalt: v1:abc\n")]
    public void A_stack_may_set_nothing(string stack) => Assert.Empty(Load(stack: stack).Values);

    [Fact]
    public void Encrypted_required_values_are_listed_with_the_fix() => Assert.Equal(
        """
        aws:region is encrypted, and a local command can't decrypt it. Fix: pulumi config set --path 'aws:region' "$(pulumi config get --path 'aws:region' --stack s)" --plaintext --stack s
        p:alarmEmails[1] is encrypted, and a local command can't decrypt it. Fix: pulumi config set --path 'p:alarmEmails[1]' "$(pulumi config get --path 'p:alarmEmails[1]' --stack s)" --plaintext --stack s
        """.ReplaceLineEndings(),
        Refusal.Of(() => Load(stack: """
            config:
              aws:region: { secure: AAAB }
              aws:secretKey: { secure: AAAB }
              aws:defaultTags: { tags: { owner: { secure: AAAB } } }
              p:alarmEmails: [a@example.org, { secure: AAAB }]
            """)));

    [Theory, Cases]
    public void Invalid_configuration_is_refused_with_its_key(string project, string stack, string message) =>
        Assert.Equal(message, Refusal.Of(() => Load(project, stack)));

    [Fact]
    public void An_unknown_stack_lists_the_known_ones()
    {
        Load(stack: "");
        File.WriteAllText(Path.Combine(_folder, "Pulumi.pr.42.yaml"), "");

        Assert.Equal("There is no stack \"x\"; the stacks are pr.42, s.", Refusal.Of(() => StackConfiguration.Load(new Repository(_folder), "x")));
    }

    private StackConfiguration Load(string project = "", string stack = "")
    {
        File.WriteAllText(Path.Combine(_folder, "Pulumi.yaml"), $"name: p\nruntime: dotnet\n{project}");
        File.WriteAllText(Path.Combine(_folder, "Pulumi.s.yaml"), stack);
        return StackConfiguration.Load(new Repository(_folder), "s");
    }
}
