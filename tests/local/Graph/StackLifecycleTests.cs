using WorkoutLog.Local.Graph.Versions;

namespace WorkoutLog.Local.Tests.Graph;

/// <summary>Stacks can be deleted, recreated, and deployed side by side in one account and region.</summary>
public class StackLifecycleTests
{
    // AWS frees a name of these types as soon as the resource is deleted.
    private static readonly ImmutableHashSet<string> _freedAtOnce =
    [
        "aws-native:applicationsignals:ServiceLevelObjective", "aws:cloudwatch/compositeAlarm:CompositeAlarm", "aws:cloudwatch/dashboard:Dashboard",
        "aws:cloudwatch/logGroup:LogGroup", "aws:cloudwatch/metricAlarm:MetricAlarm", "aws:cloudwatch/queryDefinition:QueryDefinition", "aws:kms/alias:Alias", "aws:ssm/parameter:Parameter",
    ];

    [Theory, InlineData("dev"), InlineData("review")]
    public async Task An_unprotected_stack_leaves_nothing_and_frees_its_names(string stack)
    {
        var graph = await OfAsync(stack, stack);

        Assert.DoesNotContain(graph.Resources, resource => resource.Options.RetainOnDelete || resource.Options.Protect || resource.Inputs.Flag("deletionProtectionEnabled"));
        Assert.Empty(graph.OfType("aws:backup/vault:Vault"));
        Assert.Empty(GivenNames(graph).Select(named => named.Type).Except(_freedAtOnce));
    }

    [Theory, InlineData("dev", "review"), InlineData("prod", "dev")]
    public async Task Two_stacks_of_an_account_and_region_share_no_name_and_no_setting_of_the_account(string first, string second)
    {
        var one = await OfAsync(first, first);
        var other = await OfAsync(second, "pr-42");

        Assert.NotEmpty(GivenNames(one));
        Assert.Empty(GivenNames(one).Intersect(GivenNames(other)));
        Assert.Empty(Arns(one).Intersect(Arns(other)));
        Assert.All([one, other], graph => Assert.Empty(graph.OfType("aws:apigateway/account:Account")));
    }

    private static Task<ResourceGraph> OfAsync(string file, string stack)
    {
        var repository = Repository.Find(AppContext.BaseDirectory);
        return StackProgram.EvaluateAsync(repository, StackConfiguration.Load(repository, file) with { Stack = stack }, PublishedVersions.None, CancellationToken.None);
    }

    private static HashSet<(string Type, string Name)> GivenNames(ResourceGraph graph) =>
    [
        .. from resource in graph.Resources
           let property = AwsResourceTypes.Find(resource.Type)?.Replacement.NamedBy
           // An alias is named within its function.
           where property is not null && resource.Type != LambdaAliasType.Token && resource.Inputs[property] is not null
           select (resource.Type, resource.Inputs[property]!.ToString()),
    ];

    private static IEnumerable<string> Arns(ResourceGraph graph) => graph.Resources.Select(resource => resource.Outputs["arn"]?.ToString()).OfType<string>();
}
