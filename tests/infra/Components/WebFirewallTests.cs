using System.Text.RegularExpressions;

namespace WorkoutLog.Infra.Tests.Components;

public class WebFirewallTests
{
    private const string WebAcl = "aws:wafv2/webAcl:WebAcl";

    [Fact]
    public async Task Protects_the_stage()
    {
        var graph = await ProgramRun.OfAsync("prod");

        var acl = graph.Only(WebAcl);
        var association = graph.Only("aws:wafv2/webAclAssociation:WebAclAssociation").Inputs;
        Assert.Equal("REGIONAL", acl.Inputs["scope"]!.ToString());
        Assert.Equal("""{"allow":{}}""", acl.Inputs["defaultAction"]!.ToJsonString());
        Assert.Equal(graph.Only("aws:apigateway/stage:Stage").Outputs["arn"]!.ToString(), association["resourceArn"]!.ToString());
        Assert.Equal(acl.Outputs["arn"]!.ToString(), association["webAclArn"]!.ToString());
    }

    [Theory]
    [InlineData(30_000)]
    [InlineData(300, "throttleRate", "1")]
    [InlineData(10, "throttleRate", "0.01")]
    [InlineData(2_000, "firewallAddressLimit", "2000")]
    public async Task Limits_an_address_to_the_stages_rate_or_the_setting(int limit, params string[] setting)
    {
        var rule = Rule(await RulesAsync(setting), "rate-per-address");

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse($$$"""{"rateBasedStatement":{"aggregateKeyType":"IP","evaluationWindowSec":300,"limit":{{{limit}}}}}"""),
            rule["statement"]));
    }

    [Theory]
    [InlineData("rate-per-session", 3_000)]
    [InlineData("rate-per-session", 77, "firewallSessionLimit", "77")]
    [InlineData("bulk-rate-per-session", 300)]
    [InlineData("bulk-rate-per-session", 11, "firewallBulkLimit", "11")]
    public async Task Limits_a_session_by_its_token(string name, int limit, params string[] setting)
    {
        var rate = Rule(await RulesAsync(setting), name)["statement"]!["rateBasedStatement"]!;

        Assert.Equal(("CUSTOM_KEYS", 300, limit), (rate["aggregateKeyType"]!.ToString(), rate["evaluationWindowSec"]!.GetValue<double>(), rate["limit"]!.GetValue<double>()));
        Assert.Equal("""[{"header":{"name":"x-amz-security-token","textTransformations":[{"priority":0,"type":"NONE"}]}}]""", rate["customKeys"]!.ToJsonString());
    }

    [Theory]
    [InlineData("/v1/workouts/batch", true)]
    [InlineData("/workouts/batch/", true)]
    [InlineData("/v1/workouts/athlete-1/export", true)]
    [InlineData("/v1/workouts", false)]
    [InlineData("/v1/workouts/batchelor", false)]
    [InlineData("/v1/workouts/athlete-1/AAZRJ9C1AEAAAAAAAAAAAA", false)]
    [InlineData("/v1/stats/export", false)]
    public async Task Batches_and_exports_have_a_lower_limit(string path, bool counts)
    {
        var scope = Rule(await RulesAsync(), "bulk-rate-per-session")["statement"]!["rateBasedStatement"]!["scopeDownStatement"]!["regexMatchStatement"]!;

        Assert.Equal("""{"uriPath":{}}""", scope["fieldToMatch"]!.ToJsonString());
        Assert.Equal("URL_DECODE", Assert.Single(scope["textTransformations"]!.AsArray())!["type"]!.ToString());
        Assert.Equal(counts, Regex.IsMatch(path, scope["regexString"]!.ToString()));
    }

    [Fact]
    public async Task Blocks_a_token_in_the_query_string()
    {
        var statement = Rule(await RulesAsync(), "token-in-query")["statement"]!["sizeConstraintStatement"]!;

        Assert.Equal("""{"singleQueryArgument":{"name":"x-amz-security-token"}}""", statement["fieldToMatch"]!.ToJsonString());
        Assert.Equal(("GT", 0d), (statement["comparisonOperator"]!.ToString(), statement["size"]!.GetValue<double>()));
    }

    [Fact]
    public async Task Evaluates_its_own_rules_before_the_common_ones()
    {
        var rules = await RulesAsync();

        Assert.Equal([0d, 1, 2, 3, 4], rules.Select(rule => rule!["priority"]!.GetValue<double>()));
        Assert.All(rules.Take(4), rule => Assert.Equal("""{"block":{}}""", rule!["action"]!.ToJsonString()));
    }

    [Fact]
    public async Task Counts_common_rules_that_would_block_valid_requests()
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
    public async Task Has_metrics_in_total_and_per_rule()
    {
        var graph = await ProgramRun.OfAsync("prod");

        var visible = graph.Only(WebAcl).Inputs["rules"]!.AsArray().Append(graph.Only(WebAcl).Inputs).Select(part => part!["visibilityConfig"]!).ToList();
        Assert.Equal(
            ["rate-per-address", "token-in-query", "rate-per-session", "bulk-rate-per-session", "common-rules", "api-firewall"],
            visible.Select(config => config["metricName"]!.ToString()));
        Assert.All(visible, config => Assert.True(config["cloudwatchMetricsEnabled"]!.GetValue<bool>() && config["sampledRequestsEnabled"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task Is_absent_if_the_setting_is_off()
    {
        var graph = await ProgramRun.OfAsync("dev");

        Assert.DoesNotContain(graph.Resources, resource => resource.Type.StartsWith("aws:wafv2/", StringComparison.Ordinal));
    }

    private static async Task<JsonArray> RulesAsync(params string[] setting) =>
        (await ProgramRun.OfAsync("prod", [.. setting.Chunk(2).Select(pair => (pair[0], pair[1]))])).Only(WebAcl).Inputs["rules"]!.AsArray();

    private static JsonNode Rule(JsonArray rules, string name) => Assert.Single(rules, rule => rule!["name"]!.ToString() == name)!;
}
