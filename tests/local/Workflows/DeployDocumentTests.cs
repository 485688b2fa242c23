using WorkoutLog.Infra.Settings;
using WorkoutLog.Local.Tests.Bootstrap;
using WorkoutLog.Local.Tests.Documentation;

namespace WorkoutLog.Local.Tests.Workflows;

/// <summary>The commands in <c>docs/deploy.md</c> match the workflows, the scripts and the bootstrap.</summary>
public sealed partial class DeployDocumentTests
{
    private static readonly MarkdownFile _document = MarkdownFile.Read("docs/deploy.md");
    private static readonly string _code =
        string.Join('\n', _document.CodeBlocks.Where(block => block.Language == "sh").Select(block => block.Code).Concat(_document.CodeSpans));

    [Fact]
    public void The_variables_match_the_workflows()
    {
        var set = Variable().Matches(_code).Select(match => match.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal);

        var read = Workflow.Paths.SelectMany(path => Read().Matches(Workflow.Read(path).Text)).Select(match => match.Groups["name"].Value).Distinct();
        Assert.Equal(read.Order(StringComparer.Ordinal), set);
    }

    [Fact]
    public void The_outputs_match_the_bootstrap()
    {
        var used = Output().Matches(_code).Select(match => match.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(new Template("dev").Outputs.Select(output => output.Key).Order(StringComparer.Ordinal), used);
    }

    [Fact]
    public void The_template_parameters_exist()
    {
        Assert.Contains($"--template-file {Template.Path} ", _code, StringComparison.Ordinal);
        Assert.All(Parameter().Matches(_code), match => Assert.NotEmpty(new Template("dev").Parameter(match.Groups["name"].Value, "Type")));
        Assert.Equal(3, Parameter().Count(_code));
    }

    [Fact]
    public void The_settings_exist() => Assert.Subset(
        SettingKeys.All.Select(setting => setting.Key).ToHashSet(), ConfigChange().Matches(_code).Select(match => match.Groups["key"].Value).ToHashSet());

    [Fact]
    public void The_workflow_inputs_exist()
    {
        var runs = WorkflowRun().Matches(_code);

        Assert.Equal(2, runs.Count);
        Assert.All(runs, run =>
        {
            var workflow = Workflow.Read($".github/workflows/{run.Groups["file"].Value}");
            Assert.Contains("workflow_dispatch", workflow.Triggers);
            Assert.True(run.Groups["input"].Value is "" or "force" && workflow.Text.Contains("\n      force:\n", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void The_figures_of_a_release_match_its_script()
    {
        var script = File.ReadAllText(Path.Combine(Repository.Find(AppContext.BaseDirectory).Root, ".github", "scripts", "release.sh"));

        Assert.Contains("${CANARY_PERCENT:-10}", script, StringComparison.Ordinal);
        Assert.Contains("10 % of the requests", _document.Text, StringComparison.Ordinal);
        Assert.Contains("${WATCH_MINUTES:-20}", script, StringComparison.Ordinal);
        Assert.Contains("for 20 minutes", _document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_block_is_valid_bash() => Assert.All(
        _document.CodeBlocks.Where(block => block.Language == "sh"), block => Bash.AssertValid(block.Code));

    [GeneratedRegex("gh variable set (?<name>[A-Z_]+) ")]
    private static partial Regex Variable();

    [GeneratedRegex(@"vars\.(?<name>[A-Z_]+)")]
    private static partial Regex Read();

    [GeneratedRegex(@"\$\(output (?<name>\w+)\)")]
    private static partial Regex Output();

    [GeneratedRegex("\"(?<name>[A-Z][A-Za-z]+)=\\$")]
    private static partial Regex Parameter();

    [GeneratedRegex("pulumi config (?:set|rm) (?<key>[A-Za-z]+)")]
    private static partial Regex ConfigChange();

    [GeneratedRegex(@"gh workflow run (?<file>\S+\.yml) --ref main(?: -f (?<input>\w+)=)?")]
    private static partial Regex WorkflowRun();
}
