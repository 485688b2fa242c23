using System.Reflection;
using Pulumi;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Tests.Controls;

public class TagControls
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    [InlineData("events")]
    public async Task Every_taggable_resource_has_project_stack_component_and_cost_centre(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack, ("tags", """["team=running"]"""));

        var tagged = graph.Resources.Where(resource => _taggable.Contains(resource.Type)).ToList();
        Assert.NotEmpty(tagged);
        Assert.All(tagged, resource =>
        {
            var tags = Tags(resource);
            Assert.Equal(["component", "costCentre", "project", "stack", "team"], tags.Keys.Except(["severity"]).Order(StringComparer.Ordinal));
            Assert.Equal(("workout-log", stack), (tags["project"], tags["stack"]));
            Assert.Equal(Component(graph, resource), tags["component"]);
            Assert.Equal(resource.Type is "aws:cloudwatch/metricAlarm:MetricAlarm" or "aws:cloudwatch/compositeAlarm:CompositeAlarm", tags.ContainsKey("severity"));
        });
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task SSM_parameters_are_tagged_and_have_no_secrets(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        Assert.Equal(
            [.. WorkoutLimit.All.Select(limit => $"/workout-log/{stack}/{limit.Parameter}"), $"/workout-log/{stack}/supported-types"],
            graph.OfType("aws:ssm/parameter:Parameter").Select(parameter => parameter.Inputs["name"]!.ToString()));
        Assert.All(graph.OfType("aws:ssm/parameter:Parameter"), parameter => Assert.NotNull(parameter.Inputs["tags"]));
    }

    private static string Component(ResourceGraph graph, GraphResource resource) =>
        Assert.Single(graph.Resources, candidate => candidate.Urn == resource.Parent).Name;

    // AwsNative has a list of pairs, the other provider a map.
    private static Dictionary<string, string> Tags(GraphResource resource) => resource.Inputs["tags"] is JsonArray list
        ? list.ToDictionary(tag => tag!["key"]!.ToString(), tag => tag!["value"]!.ToString())
        : resource.Inputs["tags"]!.AsObject().ToDictionary(tag => tag.Key, tag => tag.Value!.ToString());

    // A resource is taggable if its inputs have a tags member.
    private static readonly HashSet<string> _taggable =
    [
        .. new[] { typeof(Pulumi.Aws.DynamoDB.Table), typeof(Pulumi.AwsNative.ApplicationSignals.ServiceLevelObjective) }
            .SelectMany(type => type.Assembly.GetTypes())
            .Where(type => typeof(CustomResource).IsAssignableFrom(type))
            .Where(type => type.GetConstructors().Any(constructor => constructor.GetParameters() is [_, { ParameterType: var args }, ..]
                && args.GetProperty("Tags") is not null))
            .Select(type => type.GetCustomAttribute<ResourceTypeAttribute>()?.Type)
            .OfType<string>(),
    ];
}
