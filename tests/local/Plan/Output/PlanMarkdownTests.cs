using Markdig;
using WorkoutLog.Local.Plan.Output;

namespace WorkoutLog.Local.Tests.Plan.Output;

public sealed class PlanMarkdownTests(Stacks stacks) : IClassFixture<Stacks>
{
    [Fact]
    public void Is_a_comment_that_can_be_found_read_and_unfolded() => CommittedFile.Holds("tests/local/Plan/Output/comment.md", _ =>
        PlanMarkdown.Write(GraphEdit.Plan(
            stacks.Dev, stacks.Dev.Edit("Table logs streamEnabled = false ; LogGroup observability-QueryWorkouts retentionInDays = 3"))));

    [Fact]
    public void A_plan_without_changes_is_short() => Assert.Equal(
        "<!-- workout-log plan: dev -->\n### Plan of dev: 0 to create, 0 to update, 0 to replace, 0 to delete\n\n✅ Nothing is refused. Compared with before.json.\n",
        PlanMarkdown.Write(GraphEdit.Plan(stacks.Dev, stacks.Dev)));

    [Theory]
    [InlineData("@everyone <img src=x onerror=alert(1)> </details> | ``` [a](https://example.com) www.example.com #7 \n# head")]
    [InlineData("`````` </code></pre><script>x</script>")]
    [InlineData("`code` ~~struck~~ *bold* _italic_ $x$ \\@someone")]
    public void Names_and_values_are_escaped(string hostile)
    {
        var text = JsonSerializer.Serialize(hostile);
        var after = stacks.Dev.Edit($$"""
            TopicPolicy alarms-policy policy>Statement = [{"Effect":"Allow","Principal":{"AWS":{{text}}},"Action":{{text}},"Resource":"*"}] ; Table stats :urn = {{text}} ; Table stats :name = {{text}}
            """);
        var html = Markdown.ToHtml(PlanMarkdown.Write(GraphEdit.Plan(stacks.Dev, after)), new MarkdownPipelineBuilder().UseAdvancedExtensions().Build());

        var shown = WithoutCode(html);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.All(
            ["<img", "<a ", "@everyone", "#7", "@someone", "<del>", "<em>", "<code>code", "class=\"math\""], mark => Assert.DoesNotContain(mark, shown, StringComparison.Ordinal));
        Assert.Equal(Count(html, "<details>"), Count(html, "</details>"));
        Assert.Equal(1, Count(html, "<pre>"));
    }

    [Fact]
    public void Is_never_longer_than_a_comment_may_be()
    {
        var many = stacks.Prod with { Resources = [.. Enumerable.Range(0, 40).SelectMany(Copies)] };

        var text = PlanMarkdown.Write(GraphEdit.Plan(many, stacks.Prod with { Resources = [] }));

        Assert.InRange(text.Length, 10_000, PlanMarkdown.Longest - 1);
        Assert.EndsWith("</details>\n", text, StringComparison.Ordinal);
        Assert.Contains("more lines; ./workout plan shows all", text, StringComparison.Ordinal);
        Assert.Contains("more; `./workout plan` shows all.", text, StringComparison.Ordinal);

        IEnumerable<GraphResource> Copies(int number) => stacks.Prod.Resources.Where(resource => !resource.Component).Select(resource => resource with
        {
            Name = resource.Name + number.ToString(CultureInfo.InvariantCulture),
            Urn = resource.Urn + number.ToString(CultureInfo.InvariantCulture),
            Parent = null,
        });
    }

    private static string WithoutCode(string html) =>
        System.Text.RegularExpressions.Regex.Replace(html, "<pre>.*?</pre>", "", System.Text.RegularExpressions.RegexOptions.Singleline);

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
