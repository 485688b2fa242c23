namespace WorkoutLog.Local.Tests.Workflows;

/// <summary>The plan comment of a pull request: <c>.github/scripts/comment.sh</c>, which treats the output of the run as untrusted.</summary>
public sealed class CommentTests : ScriptSandbox
{
    private const string Sha = "0123456789abcdef0123456789abcdef01234567";
    private const string Comments = "github/repos-octo-workouts-issues-12-comments";
    private const string Pulls = "github/repos-octo-workouts-pulls";
    private const string Artifacts = "github/repos-octo-workouts-actions-runs-99-artifacts";

    public CommentTests()
    {
        Write(Pulls, $$"""[{"number":12,"head":{"sha":"{{Sha}}"} },{"number":13,"head":{"sha":"another"} }]""");
        Write(Comments, "[]");
        Upload("dev", "**dev** nothing changes\n");
        Upload("prod", "**prod** one table is replaced\n");
        Listed(500, "dev", "prod");
    }

    [Fact]
    public async Task The_plans_of_all_stacks_are_in_one_comment_on_the_pull_request()
    {
        var comment = await CommentAsync();

        Assert.Equal((0, ""), (comment.ExitCode, comment.Output));
        Assert.Equal("api --method GET repos/octo/workouts/pulls --raw-field state=open --raw-field head=stranger:feature", Calls("gh")[0]);
        Assert.StartsWith("api --method POST repos/octo/workouts/issues/12/comments --input ", Calls("gh")[^1], StringComparison.Ordinal);
        Assert.Equal(
            """
            <!-- workout-plan -->
            ### Plan of 0123456

            Evaluated by the base commit, without credentials. The resource graph comes from the code of the pull request. [Run](https://run)

            **dev** nothing changes

            **prod** one table is replaced

            """,
            Sent());
        Assert.Empty(Leftovers);
    }

    [Fact]
    public async Task The_existing_comment_is_edited_but_not_that_of_another_author()
    {
        Write(Comments, """
            [{"id":1,"user":{"login":"stranger"},"body":"<!-- workout-plan -->\nmine"},
             {"id":2,"user":{"login":"github-actions[bot]"},"body":"another text"},
             {"id":3,"user":{"login":"github-actions[bot]"},"body":"<!-- workout-plan -->\nolder"}]
            """);

        await CommentAsync();

        Assert.StartsWith("api --method PATCH repos/octo/workouts/issues/comments/3 --input ", Calls("gh")[^1], StringComparison.Ordinal);
    }

    [Theory, InlineData("[]"), InlineData("""[{"number":12,"head":{"sha":"moved on"}}]""")]
    public async Task Without_an_open_pull_request_with_that_head_there_is_no_comment(string pulls)
    {
        Write(Pulls, pulls);

        var comment = await CommentAsync();

        Assert.Equal((0, "No open pull request has 0123456 as its head; there is nothing to comment on.\n"), (comment.ExitCode, comment.Output));
        Assert.Single(Calls("gh"));
    }

    [Theory]
    [InlineData(500, "\nThe plan of `dev` is missing; see the run.\n", "prod")]
    [InlineData(5_000_000, "\nThe plan of `dev` is too large: 5000000 bytes.\n", "dev", "prod")]
    public async Task A_missing_or_too_large_plan_is_reported(int bytes, string shown, params string[] stacks)
    {
        Listed(bytes, stacks);

        await CommentAsync();

        Assert.Contains(shown, Sent(), StringComparison.Ordinal);
        Assert.Equal(bytes == 500, Sent().Contains("**prod** one table is replaced", StringComparison.Ordinal));
        Assert.Equal(bytes == 500 ? 1 : 0, Calls("gh").Count(call => call.StartsWith("run download", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_long_plan_is_truncated()
    {
        Upload("dev", $"<details>\n\n```\n{string.Concat(Enumerable.Repeat("0123456789\n", 9_000))}");

        await CommentAsync();

        Assert.InRange(Sent().Length, 30_000, 65_000);
        Assert.Contains("\n```\n</details>\n\nTruncated; the run has the full plan.\n\n**prod** one table is replaced\n", Sent(), StringComparison.Ordinal);
    }

    [Theory, Cases]
    public async Task Untrusted_text_mentions_nobody_loads_nothing_and_hides_nothing(string written, string shown)
    {
        Upload("dev", $"{written}\n");

        await CommentAsync();

        Assert.Contains($"\n\n{shown}\n\n**prod**", Sent(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_symbolic_link_to_a_plan_is_not_followed()
    {
        var folder = Path.GetDirectoryName(Upload("dev", ""))!;
        File.Delete(Path.Combine(folder, "plan.md"));
        File.CreateSymbolicLink(Path.Combine(folder, "plan.md"), "/etc/hostname");

        await CommentAsync();

        Assert.Contains("\nThe plan of `dev` could not be read.\n", Sent(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_malicious_branch_name_stays_one_argument()
    {
        await CommentAsync("x; touch /tmp/evil $(id) & state=all");

        Assert.EndsWith("--raw-field head=stranger:x; touch /tmp/evil $(id) & state=all", Calls("gh")[0], StringComparison.Ordinal);
    }

    private string Upload(string stack, string plan)
    {
        var path = $"artifacts/plan-{stack}/plan.md";
        Write(path, plan);
        return Path.Combine(Path.GetDirectoryName(Repository)!, "world", path);
    }

    private void Listed(int bytes, params string[] stacks) => Write(
        Artifacts,
        new JsonObject
        {
            ["artifacts"] = new JsonArray([.. stacks.Select(stack => new JsonObject { ["name"] = $"plan-{stack}", ["size_in_bytes"] = bytes })]),
        }.ToJsonString());

    private string Sent() => JsonNode.Parse(Read("sent"))!["body"]!.ToString();

    private Task<(int ExitCode, string Output, string Said)> CommentAsync(string branch = "feature") => RunAsync(
        "comment.sh",
        [],
        ("REPOSITORY", "octo/workouts"),
        ("RUN_ID", "99"),
        ("RUN_URL", "https://run"),
        ("HEAD_SHA", Sha),
        ("HEAD_OWNER", "stranger"),
        ("HEAD_BRANCH", branch));
}
