namespace WorkoutLog.Local.Tests.Workflows;

/// <summary>The stack of a pull request: <c>.github/scripts/review.sh</c>.</summary>
public sealed class ReviewTests : ScriptSandbox
{
    private static readonly (string, string?)[] _variables = [("SECRETS_PROVIDER", "awskms://alias/a"), ("PERMISSIONS_BOUNDARY", "arn:aws:iam::123456789012:policy/b")];

    public ReviewTests()
    {
        File.Copy(Path.Combine(Local.Repository.Find(AppContext.BaseDirectory).Root, "Pulumi.review.yaml"), Path.Combine(Repository, "Pulumi.review.yaml"));
        Write("outputs", "https://api.example.com\n");
        Write("stacks", """[{"name":"dev"},{"name":"pr-42"}]""");
    }

    [Fact]
    public async Task A_stack_is_created_with_the_review_settings_and_leaves_no_file()
    {
        var (exitCode, output, _) = await RunAsync("review.sh", ["42", "up"], _variables);

        Assert.Equal((0, "The stack pr-42 is available at https://api.example.com\n"), (exitCode, output));
        Assert.Equal(
            ["stack select pr-42 --create --non-interactive --secrets-provider awskms://alias/a", "up --yes --skip-preview --non-interactive --stack pr-42"],
            Calls("pulumi").Take(2));
        Assert.StartsWith("secretsprovider: awskms://alias/a\n", Read("settings"), StringComparison.Ordinal);
        Assert.EndsWith("  workout-log:permissionsBoundary: arn:aws:iam::123456789012:policy/b\n", Read("settings"), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Repository, "Pulumi.pr-42.yaml")));
    }

    [Theory, InlineData("42", true), InlineData("43", false)]
    public async Task An_existing_stack_is_removed_with_its_state(string number, bool isThere)
    {
        var (exitCode, _, _) = await RunAsync("review.sh", [number, "down"], _variables);

        Assert.Equal(0, exitCode);
        Assert.Equal(isThere ? [$"destroy --yes --skip-preview --non-interactive --stack pr-{number} --remove"] : [], Calls("pulumi").Skip(1));
    }

    [Theory, InlineData("4;2", "up", "The pull request must be a whole number; got \"4;2\"."), InlineData("42", "away", "The action must be up or down; got \"away\".")]
    public async Task Invalid_arguments_are_rejected(string number, string action, string said)
    {
        var review = await RunAsync("review.sh", [number, action], _variables);

        Assert.Equal(2, review.ExitCode);
        Assert.StartsWith(said, review.Said, StringComparison.Ordinal);
        Assert.Empty(Calls("pulumi"));
    }

    [Fact]
    public async Task Missing_bootstrap_outputs_are_rejected()
    {
        Assert.Equal(2, (await RunAsync("review.sh", ["42", "up"], ("SECRETS_PROVIDER", null), ("PERMISSIONS_BOUNDARY", null))).ExitCode);
        Assert.Empty(Calls("pulumi"));
    }
}
