using WorkoutLog.Local.Tests.Bootstrap;
using YamlDotNet.RepresentationModel;

namespace WorkoutLog.Local.Tests.Workflows;

/// <summary>Least privilege of the workflows, whoever triggers them.</summary>
public sealed partial class WorkflowRulesTests
{
    // Permissions of each job: a new permission requires a change here.
    private static readonly Dictionary<string, string> _rights = File.ReadLines(Sandbox.Fixture("Workflows/rights.txt")).Select(line => line.Split(" = ")).ToDictionary(job => job[0], job => job[1]);

    public static TheoryData<string> Workflows => [.. Workflow.Paths];

    public static TheoryData<string> All => [.. Workflow.Paths, .. Workflow.ActionPaths];

    [Theory, MemberData(nameof(Workflows))]
    public void A_workflow_has_no_permissions_and_each_job_only_the_required_ones(string path)
    {
        var workflow = Workflow.Read(path);
        var name = Path.GetFileNameWithoutExtension(path);

        Assert.Equal(name, Workflow.Value(workflow.Root, "name"));
        Assert.Empty((YamlMappingNode)workflow.Root["permissions"]);
        Assert.All(workflow.Jobs, job => Assert.Equal(
            _rights[$"{name} {job.Key}"], string.Join(", ", Workflow.Mapping(job.Value, "permissions").Select(right => $"{right.Key}: {right.Value}"))));
    }

    [Fact]
    public void Listed_permissions_belong_to_existing_jobs() => Assert.Equal(
        _rights.Keys.Order(StringComparer.Ordinal),
        Workflow.Paths.SelectMany(path => Workflow.Read(path).Jobs.Keys.Select(job => $"{Path.GetFileNameWithoutExtension(path)} {job}")).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(All))]
    public void Every_action_is_pinned_to_a_commit_with_a_version_comment(string path) => Assert.All(
        Workflow.Read(path).Uses.Where(use => !use.Action.StartsWith("./", StringComparison.Ordinal)),
        use =>
        {
            Assert.Matches("^[a-z0-9-]+/[a-z0-9-]+@[0-9a-f]{40}$", use.Action);
            Assert.Matches(@"^v\d+\.\d+\.\d+$", use.Comment);
        });

    [Fact]
    public void Each_action_has_one_version_everywhere() => Assert.All(
        Workflow.Paths.Concat(Workflow.ActionPaths).SelectMany(path => Workflow.Read(path).Uses).GroupBy(use => use.Action.Split('@')[0]),
        uses => Assert.Single(uses.Distinct()));

    [Theory, MemberData(nameof(All))]
    public void No_secrets_credentials_target_triggers_or_expressions_in_commands(string path)
    {
        var workflow = Workflow.Read(path);

        Assert.DoesNotContain("pull_request_target", workflow.Triggers);
        Assert.DoesNotMatch(@"secrets\s*[.\[:]", workflow.Text);
        // The shell would run the text of an expression.
        Assert.All(workflow.Runs, run => Assert.DoesNotContain("${{", run, StringComparison.Ordinal));
        Assert.All(
            workflow.Steps.Where(step => Workflow.Value(step, "uses")?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true),
            step => Assert.Equal("false", Workflow.Mapping(step, "with")["persist-credentials"].ToString()));
    }

    [Theory, MemberData(nameof(Workflows))]
    public void Every_job_has_a_timeout_a_concurrency_group_and_pipefail(string path)
    {
        var workflow = Workflow.Read(path);
        var whole = workflow.Root.Children.ContainsKey("concurrency");

        Assert.All(workflow.Jobs.Values.Where(Runs), job =>
        {
            Assert.InRange(int.Parse(Workflow.Value(job, "timeout-minutes")!, CultureInfo.InvariantCulture), 1, 240);
            Assert.True(whole || job.Children.ContainsKey("concurrency"));
        });
        Assert.True(!workflow.Runs.Any() || Workflow.Value((YamlMappingNode)workflow.Root["defaults"]["run"], "shell") == "bash");
        // Keeps workflows short.
        Assert.InRange(workflow.Text.Split('\n').Length, 1, 120);
    }

    [Fact]
    public void The_comment_job_runs_only_the_default_branch()
    {
        var workflow = Workflow.Read(".github/workflows/comment.yml");

        var checkout = workflow.Steps.Single(step => Workflow.Value(step, "uses") is not null);
        Assert.Equal("${{ github.event.repository.default_branch }}", Workflow.Mapping(checkout, "with")["ref"].ToString());
        Assert.Equal([".github/scripts/comment.sh"], workflow.Runs);
    }

    [Fact]
    public void Roles_are_assumed_only_in_environments_and_never_for_forks()
    {
        var jobs = Workflow.Paths.SelectMany(path => Workflow.Read(path).Jobs)
            .Where(job => Workflow.Mapping(job.Value, "permissions").ContainsKey("id-token") && Runs(job.Value)).ToDictionary(job => job.Key, job => job.Value);

        Assert.Equal(["compare", "preview", "release", "stack"], jobs.Keys.Order(StringComparer.Ordinal));
        Assert.All(jobs.Values, job => Assert.True(job.Children.ContainsKey("environment")));
        Assert.All([jobs["preview"], jobs["stack"]], job =>
            Assert.Contains("github.event.pull_request.head.repo.full_name == github.repository", Workflow.Value(job, "if"), StringComparison.Ordinal));
    }

    [Fact]
    public void A_release_is_never_cancelled() => Assert.Equal("false",
        Workflow.Mapping(Workflow.Read(".github/workflows/release.yml").Jobs["release"], "concurrency")["cancel-in-progress"].ToString());

    [Fact]
    public void The_release_timeout_and_role_session_cover_a_roll_back_that_fails_once()
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
    public void A_pull_request_is_evaluated_by_its_base_commit_without_running_its_code()
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
    public void Files_that_decide_about_deployments_have_owners(string path)
    {
        var root = Repository.Find(AppContext.BaseDirectory).Root;
        var owned = File.ReadLines(Path.Combine(root, ".github", "CODEOWNERS")).Where(line => line.StartsWith('/')).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.True(File.Exists(Path.Combine(root, path)));
        Assert.Contains(owned, line => line is [var pattern, ['@', ..]] && Wildcard.Matches(pattern.EndsWith('/') ? $"{pattern}*" : pattern, $"/{path}"));
    }

    [Fact]
    public void Production_gets_the_commit_of_development_after_ci()
    {
        var jobs = Workflow.Read(".github/workflows/deploy.yml").Jobs;

        Assert.Equal(("ci", "dev"), (Workflow.Value(jobs["dev"], "needs"), Workflow.Value(jobs["prod"], "needs")));
        Assert.Contains("github.ref == 'refs/heads/main'", Workflow.Value(jobs["dev"], "if"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Workflows))]
    public void Matrices_list_the_stacks_of_the_repository(string path)
    {
        // Pulumi.review.yaml has settings for review stacks, not for a stack of its own.
        var stacks = Repository.Find(AppContext.BaseDirectory).Stacks.Where(stack => stack != "review");

        Assert.All(StackMatrix().Matches(Workflow.Read(path).Text), match => Assert.Equal(string.Join(", ", stacks), match.Groups["stacks"].Value));
    }

    // A job that calls another workflow has no steps.
    private static bool Runs(YamlMappingNode job) => job.Children.ContainsKey("runs-on");

    [GeneratedRegex(@"stack: \[(?<stacks>[^\]]*)\]")]
    private static partial Regex StackMatrix();
}
