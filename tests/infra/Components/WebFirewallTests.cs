namespace WorkoutLog.Infra.Tests.Components;

public class WebFirewallTests
{
    private const string WebAcl = "aws:wafv2/webAcl:WebAcl";

    [Fact]
    public async Task Stands_before_the_stage()
    {
        var graph = await ProgramRun.OfAsync("prod");

        var acl = graph.Only(WebAcl);
        var association = graph.Only("aws:wafv2/webAclAssociation:WebAclAssociation").Inputs;
        Assert.Equal("REGIONAL", acl.Inputs["scope"]!.ToString());
        Assert.Equal("""{"allow":{}}""", acl.Inputs["defaultAction"]!.ToJsonString());
        Assert.Equal(graph.Only("aws:apigateway/stage:Stage").Outputs["arn"]!.ToString(), association["resourceArn"]!.ToString());
        Assert.Equal(acl.Outputs["arn"]!.ToString(), association["webAclArn"]!.ToString());
    }

    [Fact]
    public async Task Blocks_an_address_that_sends_more_than_2000_requests_in_5_minutes()
    {
        var rule = Rule(await RulesAsync(), "rate-per-address");

        Assert.Equal(0, rule["priority"]!.GetValue<double>());
        Assert.Equal("""{"block":{}}""", rule["action"]!.ToJsonString());
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"rateBasedStatement":{"aggregateKeyType":"IP","evaluationWindowSec":300,"limit":2000}}"""),
            rule["statement"]));
    }

    [Fact]
    public async Task Takes_the_common_rules_of_AWS_but_counts_those_that_stop_good_requests()
    {
        var rule = Rule(await RulesAsync(), "common-rules");

        var group = rule["statement"]!["managedRuleGroupStatement"]!;
        Assert.Equal("""{"none":{}}""", rule["overrideAction"]!.ToJsonString());
        Assert.Equal(("AWS", "AWSManagedRulesCommonRuleSet"), (group["vendorName"]!.ToString(), group["name"]!.ToString()));
        Assert.Equal(
            ["SizeRestrictions_BODY", "NoUserAgent_HEADER", "RestrictedExtensions_URIPATH"],
            group["ruleActionOverrides"]!.AsArray().Select(counted => counted!["name"]!.ToString()));
        Assert.All(group["ruleActionOverrides"]!.AsArray(), counted => Assert.Equal("""{"count":{}}""", counted!["actionToUse"]!.ToJsonString()));
    }

    [Fact]
    public async Task Shows_what_it_does_as_a_whole_and_by_rule()
    {
        var graph = await ProgramRun.OfAsync("prod");

        var visible = graph.Only(WebAcl).Inputs["rules"]!.AsArray().Append(graph.Only(WebAcl).Inputs).Select(part => part!["visibilityConfig"]!).ToList();
        Assert.Equal(["rate-per-address", "common-rules", "api-firewall"], visible.Select(config => config["metricName"]!.ToString()));
        Assert.All(visible, config => Assert.True(config["cloudwatchMetricsEnabled"]!.GetValue<bool>() && config["sampledRequestsEnabled"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task Is_absent_where_the_setting_is_off()
    {
        var graph = await ProgramRun.OfAsync("dev");

        Assert.DoesNotContain(graph.Resources, resource => resource.Type.StartsWith("aws:wafv2/", StringComparison.Ordinal));
    }

    private static async Task<JsonArray> RulesAsync() => (await ProgramRun.OfAsync("prod")).Only(WebAcl).Inputs["rules"]!.AsArray();

    private static JsonNode Rule(JsonArray rules, string name) => Assert.Single(rules, rule => rule!["name"]!.ToString() == name)!;
}
