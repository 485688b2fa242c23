using Moq;
using Pulumi.Testing;
using WorkoutLog.Infra.Settings;
using WorkoutLog.Local;

namespace WorkoutLog.Infra.Tests.Settings;

public class DefaultTagsTests
{
    [Fact]
    public async Task The_provider_adds_them_and_the_programs_tags_win()
    {
        var configuration = StackConfiguration.Load(Repository.Find(AppContext.BaseDirectory), "prod")
            .With([new(SettingKeys.DefaultTags, """{"tags":{"owner":"ops","project":"other"}}""")]);
        var graph = await ProgramRun.OfAsync(configuration, new Mock<IMocks>(MockBehavior.Strict));

        var tagged = graph.Resources.Where(resource => resource.Inputs["tags"] is not null).ToLookup(resource => resource.Type.StartsWith("aws:", StringComparison.Ordinal));
        Assert.NotEmpty(tagged[true]);
        Assert.All(tagged[true], resource =>
        {
            var own = resource.Inputs["tags"]!.AsObject();
            var all = resource.Outputs["tagsAll"]!.AsObject();
            Assert.Equal(own.Select(tag => tag.Key).Append("owner").Order(StringComparer.Ordinal), all.Select(tag => tag.Key));
            Assert.Equal(("ops", "workout-log"), (all["owner"]!.ToString(), all["project"]!.ToString()));
            Assert.DoesNotContain("owner", own);
        });
        Assert.NotEmpty(tagged[false]);
        Assert.All(tagged[false], resource => Assert.Null(resource.Outputs["tagsAll"]));
    }
}
