namespace WorkoutLog.Local.Tests.Documentation;

/// <summary>The README's architecture diagram is made from the graph.</summary>
public sealed class ArchitectureDiagramTests(Stacks stacks) : IClassFixture<Stacks>
{
    [Fact]
    public void The_README_shows_a_stack_with_every_feature() =>
        CommittedFile.HoldsSection("README.md", "architecture", new ArchitectureDiagram(Stacks.Fullest).Mermaid());

    [Fact]
    public void A_stack_without_firewall_and_events_has_neither_in_its_diagram()
    {
        var diagram = new ArchitectureDiagram(stacks.Dev).Mermaid();

        Assert.Contains("callers([Callers]) -- SigV4 --> api[API Gateway]", diagram, StringComparison.Ordinal);
        Assert.DoesNotContain("waf", diagram, StringComparison.Ordinal);
        Assert.DoesNotContain("bus", diagram, StringComparison.Ordinal);
    }
}

/// <summary>Requests, data and events of a stack in Mermaid: routes from the API's document, calls from the policies of the roles.</summary>
internal sealed class ArchitectureDiagram(ResourceGraph graph)
{
    private const string Parameters = "parameters";

    private readonly StackDescription _stack = StackDescription.From(graph);
    private readonly HashSet<string> _shown = [];

    public string Mermaid() => string.Join(
        '\n', ["```mermaid", "flowchart LR", .. Requests().Concat(Calls()).Concat(Events()).Select(line => $"    {line}"), "```"]);

    private IEnumerable<string> Requests()
    {
        var firewall = graph.OfType(WebAclType.Token).IsEmpty ? "" : $"{Node("waf", "[AWS WAF]")} --> ";
        yield return $"{Node("callers", "([Callers])")} -- SigV4 --> {firewall}{Node("api", "[API Gateway]")}";
        var proxies = _stack.Routes.Where(route => route.Integration is ApiIntegration.Proxy)
            .GroupBy(route => _stack.Integrations[((ApiIntegration.Proxy)route.Integration).InvokedArn].Function.Name);
        foreach (var routes in proxies)
        {
            yield return $"{Node("api", "")} -- {Words(routes.Select(route => route.Method), ", ")} --> {Node(routes.Key, $"[Lambda {routes.Key}]")}";
        }
    }

    // Functions that may call the same actions on a store share a line.
    private IEnumerable<string> Calls() =>
        from function in graph.OfType(FunctionType.Token)
        from grant in Grants(function.Inputs.Text("role")!)
        group grant.Action by (Function: function.Name, grant.Store) into calls
        group calls.Key.Function by (calls.Key.Store, Actions: Words(calls, "<br>")) into callers
        let label = callers.Key.Store == Parameters ? "[(SSM parameters)]" : $"[(DynamoDB {callers.Key.Store})]"
        select $"{string.Join(" & ", callers)} -- {callers.Key.Actions} --> {Node(callers.Key.Store, label)}";

    private IEnumerable<string> Events()
    {
        foreach (var pipe in _stack.Pipes)
        {
            var table = _stack.Tables.Single(table => table.Outputs.Text("name") == pipe.Table).Name;
            yield return $"{table} -- stream --> {Node("pipe", "[EventBridge Pipe]")} --> {Node("bus", "[EventBridge bus]")}";
            if (pipe.DeadLetters is not null)
            {
                yield return "pipe -- failed --> deadLetters[SQS dead-letter queue]";
            }
        }
    }

    // The label is given where a node first appears.
    private string Node(string name, string label) => _shown.Add(name) ? name + label : name;

    private IEnumerable<(string Store, string Action)> Grants(string roleArn)
    {
        var role = graph.OfType(RoleType.Token).Single(role => role.Outputs.Text("arn") == roleArn).Outputs.Text("name");
        return
            from policy in graph.OfType(RolePolicyType.Token)
            where policy.Inputs.Text("role") == role
            from statement in JsonNode.Parse(policy.Inputs.Text("policy")!)!["Statement"]!.AsArray()
            from resource in Texts(statement!["Resource"])
            let store = StoreOf(resource)
            where store is not null
            from action in Texts(statement["Action"])
            select (store, action.Split(':')[^1]);
    }

    private string? StoreOf(string arn) => arn.Split(':') is [_, _, "ssm", ..]
        ? Parameters
        : _stack.Tables.FirstOrDefault(table => $"{arn}/".StartsWith($"{table.Outputs.Text("arn")}/", StringComparison.Ordinal))?.Name;

    private static IEnumerable<string> Texts(JsonNode? value) => value is JsonArray list ? list.Select(item => $"{item}") : [$"{value}"];

    private static string Words(IEnumerable<string> words, string separator) => string.Join(separator, words.Distinct().Order(StringComparer.Ordinal));
}
