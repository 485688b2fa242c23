using WorkoutLog.Local.Cost;
using WorkoutLog.Local.Cost.Billing;
using WorkoutLog.Local.Cost.Pricing;
using WorkoutLog.Local.Plan.Findings;
using WorkoutLog.Local.Plan.Waivers;

namespace WorkoutLog.Local.Tests.Plan.Findings;

/// <summary>Every kind of finding, on the production stack with a domain.</summary>
public sealed class FindingTests(Stacks stacks) : IClassFixture<Stacks>
{
    /// <summary>The expected finding of a resource, the change, and whether the reverse change has none of that kind.</summary>
    [Theory, Cases]
    public void Is_found_but_not_for_the_reverse_change(string kind, string resource, string what, string edit, bool isReversible = true)
    {
        // The functions' builds do not matter here.
        var before = ProdWithMore().Edit($"Function QueryWorkouts code.archive.sha256 = \"{new string('0', 64)}\"");
        var after = before.Edit(edit);

        if (what.Contains("TOTAL", StringComparison.Ordinal))
        {
            // Measurements of the functions change it.
            what = what.Replace("TOTAL", Amounts.Dollars(Bill.Of(after, Workload.OfApp(3_000), PriceList.Load()).ListTotal), StringComparison.Ordinal);
        }

        Assert.Equal(what, Assert.Single(GraphEdit.Plan(before, after).Findings, IsExpected).Finding.What);
        Assert.True(!isReversible || !GraphEdit.Plan(after, before).Findings.Any(IsExpected));

        bool IsExpected(JudgedFinding judged) => judged.Finding.Kind.Name == kind && judged.Finding.Resource == resource;
    }

    [Fact]
    public void Deleting_a_stateful_resource_is_refused()
    {
        var before = ProdWithMore();
        var holding = before.Resources.Where(resource => AwsResourceTypes.Find(resource.Type)?.Replacement.Holds is not null).DistinctBy(resource => resource.Type).ToArray();

        Assert.Equal(
            AwsResourceTypes.All.Where(type => type.Replacement.Holds is not null).Select(type => type.TypeToken).Order(),
            holding.Select(resource => resource.Type).Order());
        Assert.All(holding, resource => Assert.Contains(
            GraphEdit.Plan(before, before with { Resources = [.. before.Resources.Where(other => other.Urn != resource.Urn)] }).Refused,
            finding => finding.Urn == resource.Urn));
    }

    [Theory, InlineData("onDemand", "autoscaled", "provisioned"), InlineData("autoscaled", "provisioned", "onDemand")]
    public async Task A_capacity_switch_needs_an_intermediate_step(string from, string to, string between)
    {
        var (before, middle, after) = (await Stacks.OfAsync("prod", ("capacity", from)), await Stacks.OfAsync("prod", ("capacity", between)), await Stacks.OfAsync("prod", ("capacity", to)));

        Assert.Equal(["logs", "stats"], Switches(before, after).Select(finding => finding.Resource));
        Assert.All(Switches(before, after), finding => Assert.EndsWith($"pulumi config set capacity {between} --stack prod && pulumi up --stack prod", finding.What, StringComparison.Ordinal));
        Assert.All([(before, middle), (middle, after)], step => Assert.Empty(Switches(step.Item1, step.Item2)));

        static IEnumerable<Finding> Switches(ResourceGraph before, ResourceGraph after) =>
            GraphEdit.Plan(before, after).Findings.Select(judged => judged.Finding).Where(finding => finding.Kind == FindingKind.CapacitySwitch);
    }

    [Fact]
    public async Task Added_origins_are_a_notice()
    {
        var one = await Stacks.OfAsync("prod", ("allowedOrigins", """["https://app.example.org"]"""));
        var two = await Stacks.OfAsync("prod", ("allowedOrigins", """["https://app.example.org","http://localhost:5173"]"""));

        Assert.Equal(["Pages from https://app.example.org may call it from a browser."], OfApi(stacks.Prod, one));
        Assert.Equal(["Pages from http://localhost:5173 may call it from a browser."], OfApi(one, two));
        Assert.Empty(OfApi(two, stacks.Prod));

        static IEnumerable<string> OfApi(ResourceGraph before, ResourceGraph after) =>
            GraphEdit.Plan(before, after).Findings.Where(judged => judged.Finding.Resource == "api").Select(judged => judged.Finding.What);
    }

    /// <summary>They grant access, and no rule covers them.</summary>
    [Theory]
    [InlineData("aws:iam/rolePolicyAttachment:RolePolicyAttachment")]
    [InlineData("aws:iam/policyAttachment:PolicyAttachment")]
    [InlineData("aws:lambda/functionUrl:FunctionUrl")]
    [InlineData("aws:lambda/layerVersionPermission:LayerVersionPermission")]
    [InlineData("aws:kms/grant:Grant")]
    [InlineData("aws:dynamodb/resourcePolicy:ResourcePolicy")]
    [InlineData("aws:backup/vaultPolicy:VaultPolicy")]
    [InlineData("aws:cloudwatch/eventBusPolicy:EventBusPolicy")]
    [InlineData("aws:cloudwatch/eventPermission:EventPermission")]
    public void An_unknown_type_is_refused(string type) => Assert.Contains(
        type, Assert.Throws<UserErrorException>(() => GraphEdit.Plan(stacks.Prod, stacks.Prod.Edit($"RolePolicy stats-QueryWorkouts-role :type = \"{type}\""))).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_kind_has_a_case() => Assert.Equal(
        FindingKind.All.Select(kind => kind.Name).Order(),
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Plan", "Findings", "FindingTests.txt")).Skip(1).Select(line => line.Split(" | ")[0]).Distinct().Order());

    // The production stack has no domain of its own, leaves the account alone and publishes no events.
    private ResourceGraph ProdWithMore() => stacks.Prod with
    {
        Resources =
        [
            .. stacks.Prod.Resources,
            .. Stacks.Fullest.Resources.Where(each => each.Type == "aws:apigateway/domainName:DomainName" || each.Name == "api-logging-role" || each.IsOfEvents()),
        ],
    };
}
