using WorkoutLog.Local.Tests.Bootstrap;
using YamlDotNet.RepresentationModel;

namespace WorkoutLog.Local.Tests.Workflows;

/// <summary>What keeps a workflow from doing more than it should, for whoever makes it run.</summary>
public sealed partial class WorkflowRulesTests
{
    // What each job may do, beyond nothing: a new right is a change here.
    private static readonly Dictionary<string, string> _rights = File.ReadLines(Sandbox.Fixture("Workflows/rights.txt")).Select(line => line.Split(" = ")).ToDictionary(job => job[0], job => job[1]);

    public static TheoryData<string> Workflows => [.. Workflow.Paths];

    public static TheoryData<string> All => [.. Workflow.Paths, .. Workflow.ActionPaths];

    [Theory, MemberData(nameof(Workflows))]
    public void A_workflow_has_no_right_and_each_job_only_those_that_it_needs(string path)
    {
        var workflow = Workflow.Read(path);
        var name = Path.GetFileNameWithoutExtension(path);

        Assert.Equal(name, Workflow.Value(workflow.Root, "name"));
        Assert.Empty((YamlMappingNode)workflow.Root["permissions"]);
        Assert.All(workflow.Jobs, job => Assert.Equal(
            _rights[$"{name} {job.Key}"], string.Join(", ", Workflow.Mapping(job.Value, "permissions").Select(right => $"{right.Key}: {right.Value}"))));
    }

    [Fact]
    public void The_rights_of_no_job_that_is_gone_are_listed() => Assert.Equal(
        _rights.Keys.Order(StringComparer.Ordinal),
        Workflow.Paths.SelectMany(path => Workflow.Read(path).Jobs.Keys.Select(job => $"{Path.GetFileNameWithoutExtension(path)} {job}")).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(All))]
    public void Every_action_is_pinned_by_its_commit_with_its_version_beside_it(string path) => Assert.All(
        Workflow.Read(path).Uses.Where(use => !use.Action.StartsWith("./", StringComparison.Ordinal)),
        use =>
        {
            Assert.Matches("^[a-z0-9-]+/[a-z0-9-]+@[0-9a-f]{40}$", use.Action);
            Assert.Matches(@"^v\d+\.\d+\.\d+$", use.Comment);
        });

    [Fact]
    public void One_action_has_one_version_everywhere() => Assert.All(
        Workflow.Paths.Concat(Workflow.ActionPaths).SelectMany(path => Workflow.Read(path).Uses).GroupBy(use => use.Action.Split('@')[0]),
        uses => Assert.Single(uses.Distinct()));

    [Theory, MemberData(nameof(All))]
    public void Neither_secrets_nor_credentials_nor_the_rights_of_a_target_nor_an_expression_in_a_command(string path)
    {
        var workflow = Workflow.Read(path);

        Assert.DoesNotContain("pull_request_target", workflow.Triggers);
        Assert.DoesNotMatch(@"secrets\s*[.\[:]", workflow.Text);
        // Its text would be run.
        Assert.All(workflow.Runs, run => Assert.DoesNotContain("${{", run, StringComparison.Ordinal));
        Assert.All(
            workflow.Steps.Where(step => Workflow.Value(step, "uses")?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true),
            step => Assert.Equal("false", Workflow.Mapping(step, "with")["persist-credentials"].ToString()));
    }

    [Theory, MemberData(nameof(Workflows))]
    public void Every_job_that_runs_has_an_end_and_a_group_of_which_one_runs_at_a_time_and_fails_with_a_pipe(string path)
    {
        var workflow = Workflow.Read(path);
        var whole = workflow.Root.Children.ContainsKey("concurrency");

        Assert.All(workflow.Jobs.Values.Where(Runs), job =>
        {
            Assert.InRange(int.Parse(Workflow.Value(job, "timeout-minutes")!, CultureInfo.InvariantCulture), 1, 240);
            Assert.True(whole || job.Children.ContainsKey("concurrency"));
        });
        Assert.True(!workflow.Runs.Any() || Workflow.Value((YamlMappingNode)workflow.Root["defaults"]["run"], "shell") == "bash");
        // It can be read in one go.
        Assert.InRange(workflow.Text.Split('\n').Length, 1, 120);
    }

    [Fact]
    public void Who_may_comment_runs_nothing_but_the_default_branch()
    {
        var workflow = Workflow.Read(".github/workflows/comment.yml");

        var checkout = workflow.Steps.Single(step => Workflow.Value(step, "uses") is not null);
        Assert.Equal("${{ github.event.repository.default_branch }}", Workflow.Mapping(checkout, "with")["ref"].ToString());
        Assert.Equal([".github/scripts/comment.sh"], workflow.Runs);
    }

    [Fact]
    public void A_role_is_taken_only_in_an_environment_and_never_for_a_fork()
    {
        var takers = Workflow.Paths.SelectMany(path => Workflow.Read(path).Jobs)
            .Where(job => Workflow.Mapping(job.Value, "permissions").ContainsKey("id-token") && Runs(job.Value)).ToDictionary(job => job.Key, job => job.Value);

        Assert.Equal(["compare", "preview", "release", "stack"], takers.Keys.Order(StringComparer.Ordinal));
        Assert.All(takers.Values, job => Assert.True(job.Children.ContainsKey("environment")));
        Assert.All([takers["preview"], takers["stack"]], job =>
            Assert.Contains("github.event.pull_request.head.repo.full_name == github.repository", Workflow.Value(job, "if"), StringComparison.Ordinal));
    }

    [Fact]
    public void A_release_is_never_cancelled_by_another() => Assert.Equal("false",
        Workflow.Mapping(Workflow.Read(".github/workflows/release.yml").Jobs["release"], "concurrency")["cancel-in-progress"].ToString());

    [Fact]
    public void The_time_of_a_release_and_of_its_role_cover_a_roll_back_that_fails_once()
    {
        const int SetUpAndPlan = 30;
        var workflow = Workflow.Read(".github/workflows/release.yml");
        var script = File.ReadAllText(Path.Combine(Repository.Find(AppContext.BaseDirectory).Root, ".github", "scripts", "release.sh"));
        int Default(string name) => int.Parse(Regex.Match(script, $@"\{{{name}:-(\d+)\}}").Groups[1].Value, CultureInfo.InvariantCulture);
        var killAfter = int.Parse(Regex.Match(script, @"--kill-after=(\d+)m").Groups[1].Value, CultureInfo.InvariantCulture);

        var minutes = int.Parse(Workflow.Value(workflow.Jobs["release"], "timeout-minutes")!, CultureInfo.InvariantCulture);
        Assert.InRange((3 * (Default("UP_MINUTES") + killAfter)) + Default("WATCH_MINUTES") + SetUpAndPlan, 1, minutes);
        Assert.Equal(minutes * 60, int.Parse(workflow.Steps.Select(step => Workflow.Mapping(step, "with").GetValueOrDefault("seconds")?.ToString()).OfType<string>().Single(), CultureInfo.InvariantCulture));
        Assert.Equal($"{minutes * 60}", $"{new Template("dev").Properties("DeployRole")["MaxSessionDuration"]}");
    }

    [Fact]
    public void A_pull_request_is_judged_by_the_commit_that_it_goes_to_in_a_job_that_runs_none_of_its_code()
    {
        var plan = Workflow.Read(".github/workflows/preview.yml").Jobs["plan"];
        var steps = ((YamlSequenceNode)plan["steps"]).Cast<YamlMappingNode>().ToArray();

        var checkout = Assert.Single(steps, step => Workflow.Value(step, "uses")?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true);
        Assert.Equal("${{ github.event.pull_request.base.sha }}", Workflow.Mapping(checkout, "with")["ref"].ToString());
        Assert.Equal("graph", Workflow.Value(plan, "needs"));
    }

    [Theory]
    [InlineData("Pulumi.prod.yaml")]
    [InlineData("local/Plan/Waivers/Waiver.cs")]
    [InlineData("local/Graph/Types/AwsResourceTypes.cs")]
    [InlineData("local/Cli/PlanCommand.cs")]
    [InlineData(".github/workflows/preview.yml")]
    [InlineData(".github/scripts/release.sh")]
    [InlineData(".github/CODEOWNERS")]
    [InlineData("infra/bootstrap/bootstrap.yaml")]
    [InlineData("workout")]
    public void What_decides_about_changes_has_owners(string path)
    {
        var root = Repository.Find(AppContext.BaseDirectory).Root;
        var owned = File.ReadLines(Path.Combine(root, ".github", "CODEOWNERS")).Where(line => line.StartsWith('/')).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.True(File.Exists(Path.Combine(root, path)));
        Assert.Contains(owned, line => line is [var pattern, ['@', ..]] && Wildcard.Matches(pattern.EndsWith('/') ? $"{pattern}*" : pattern, $"/{path}"));
    }

    [Fact]
    public void Production_gets_what_development_got_and_both_only_what_passed()
    {
        var jobs = Workflow.Read(".github/workflows/deploy.yml").Jobs;

        Assert.Equal(("ci", "dev"), (Workflow.Value(jobs["dev"], "needs"), Workflow.Value(jobs["prod"], "needs")));
        Assert.Contains("github.ref == 'refs/heads/main'", Workflow.Value(jobs["dev"], "if"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Workflows))]
    public void The_stacks_of_a_matrix_are_those_of_the_repository(string path)
    {
        // The settings of review stacks are those of no stack.
        var stacks = Repository.Find(AppContext.BaseDirectory).Stacks.Where(stack => stack != "review");

        Assert.All(StackMatrix().Matches(Workflow.Read(path).Text), match => Assert.Equal(string.Join(", ", stacks), match.Groups["stacks"].Value));
    }

    // A job that calls another workflow runs nothing itself.
    private static bool Runs(YamlMappingNode job) => job.Children.ContainsKey("runs-on");

    [GeneratedRegex(@"stack: \[(?<stacks>[^\]]*)\]")]
    private static partial Regex StackMatrix();
}
