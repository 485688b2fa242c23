using WorkoutLog.Infra.Service;
using WorkoutLog.Infra.Tests.Components.Dashboards;

namespace WorkoutLog.Infra.Tests.Components;

public class WorkoutEventsTests
{
    private const string Pipe = "aws:pipes/pipe:Pipe";
    private const string Bus = "aws:cloudwatch/eventBus:EventBus";
    private const string Archive = "aws:cloudwatch/eventArchive:EventArchive";
    private const string Queue = "aws:sqs/queue:Queue";
    private const string Role = "aws:iam/role:Role";
    private const string RolePolicy = "aws:iam/rolePolicy:RolePolicy";
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string Key = "aws:kms/key:Key";

    [Fact]
    public async Task Reads_the_stream_of_the_logs_table_and_publishes_on_the_bus_of_the_stack()
    {
        var graph = await ProgramRun.OfAsync("events");

        var pipe = graph.Only(Pipe).Inputs;
        Assert.Equal(graph.Named("aws:dynamodb/table:Table", "logs").Outputs["streamArn"]!.ToString(), pipe["source"]!.ToString());
        Assert.Equal(graph.Only(Bus).Outputs["arn"]!.ToString(), pipe["target"]!.ToString());
        Assert.Equal("workout-log-events", graph.Only(Bus).Inputs["name"]!.ToString());
    }

    [Fact]
    public async Task Publishes_a_marked_change_as_an_event()
    {
        var pipe = (await ProgramRun.OfAsync("events")).Only(Pipe).Inputs;

        var filter = Assert.Single(pipe["sourceParameters"]!["filterCriteria"]!["filters"]!.AsArray())!;
        Assert.Equal(WorkoutEvent.Filter, filter["pattern"]!.ToString());
        Assert.Equal(WorkoutEvent.Template, pipe["targetParameters"]!["inputTemplate"]!.ToString());
        Assert.Equal(
            $$"""{"detailType":"{{WorkoutEvent.TypePath}}","source":"workout-log"}""",
            Sorted(pipe["targetParameters"]!["eventbridgeEventBusParameters"]!.AsObject()).ToJsonString());
    }

    [Fact]
    public async Task The_pipe_is_created_after_its_roles_permissions()
    {
        var graph = await ProgramRun.OfAsync("events");

        var rights = RightsOfPipe(graph).ToList();
        Assert.Equal(3, rights.Count);
        Assert.Equal(graph.Named(Role, "events-role").Outputs["arn"]!.ToString(), graph.Only(Pipe).Inputs["roleArn"]!.ToString());
        Assert.Subset(graph.Only(Pipe).Options.DependsOn.ToHashSet(), rights.Select(policy => policy.Urn).ToHashSet());
    }

    [Fact]
    public async Task Its_role_may_only_read_the_stream_publish_and_send_dead_letters()
    {
        var graph = await ProgramRun.OfAsync("events");

        var stream = graph.Named("aws:dynamodb/table:Table", "logs").Outputs["streamArn"];
        var key = graph.Named(Key, "key").Outputs["arn"];
        Assert.Equal(
            [
                $"dynamodb:DescribeStream {stream}", $"dynamodb:GetRecords {stream}", $"dynamodb:GetShardIterator {stream}", "dynamodb:ListStreams *",
                $"events:PutEvents {graph.Only(Bus).Outputs["arn"]}", $"kms:Decrypt {key}", $"kms:GenerateDataKey {key}", $"sqs:SendMessage {graph.Only(Queue).Outputs["arn"]}",
            ],
            from policy in RightsOfPipe(graph)
            from statement in policy.Json("policy")["Statement"]!.AsArray()
            from action in statement!["Action"]!.AsArray()
            from resource in statement["Resource"]!.AsArray()
            orderby action!.ToString() ascending
            select $"{action} {resource}");
    }

    [Fact]
    public async Task The_trust_policy_names_the_account_and_the_pipe()
    {
        var graph = await ProgramRun.OfAsync("events");

        var condition = Assert.Single(graph.Named(Role, "events-role").Json("assumeRolePolicy")["Statement"]!.AsArray())!["Condition"]!;
        Assert.Equal(AwsNames.Account, condition["StringEquals"]!["aws:SourceAccount"]![0]!.ToString());
        var pattern = condition["ArnLike"]!["aws:SourceArn"]![0]!.ToString();
        Assert.EndsWith("-*", pattern, StringComparison.Ordinal);
        Assert.StartsWith(pattern[..^1], graph.Only(Pipe).Outputs["arn"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_serves_EventBridge_and_SQS_only_in_a_stack_with_events()
    {
        var without = (await ProgramRun.OfAsync("prod")).Named(Key, "key").Inputs["policy"]!.ToString();
        var with = (await ProgramRun.OfAsync("events")).Named(Key, "key").Inputs["policy"]!.ToString();

        string[] services = ["\"events.amazonaws.com\"", "\"events.us-east-1.amazonaws.com\"", "\"sqs.us-east-1.amazonaws.com\""];
        Assert.All(services, service => Assert.DoesNotContain(service, without, StringComparison.Ordinal));
        Assert.All(services, service => Assert.Contains(service, with, StringComparison.Ordinal));
        // The key policy has the bus's name, not its ARN output, because the bus depends on the key.
        Assert.Contains($"\"{(await ProgramRun.OfAsync("events")).Only(Bus).Outputs["arn"]}\"", with, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("3650")]
    public async Task An_archive_keeps_the_events_of_the_bus(string days)
    {
        var graph = await ProgramRun.OfAsync("events", ("eventArchiveDays", days));

        var archive = graph.Only(Archive).Inputs;
        Assert.Equal((graph.Only(Bus).Outputs["arn"]!.ToString(), days), (archive["eventSourceArn"]!.ToString(), archive["retentionDays"]!.ToString()));
    }

    [Fact]
    public async Task With_zero_days_there_is_no_archive()
    {
        var graph = await ProgramRun.OfAsync("events", ("eventArchiveDays", "0"));

        Assert.Empty(graph.OfType(Archive));
        Assert.NotEmpty(graph.OfType(Pipe));
    }

    [Fact]
    public async Task Only_the_function_that_writes_marks_changes()
    {
        var graph = await ProgramRun.OfAsync("events");

        Assert.Equal("1", Variables(graph, "ProcessWorkout")["EVENTS"]!.ToString());
        Assert.Null(Variables(graph, "QueryWorkouts")["EVENTS"]);
        Assert.Null(Variables(await ProgramRun.OfAsync("prod"), "ProcessWorkout")["EVENTS"]);
    }

    [Fact]
    public async Task The_stack_outputs_the_bus()
    {
        var (with, without) = (await ProgramRun.OfAsync("events"), await ProgramRun.OfAsync("prod"));

        Assert.Equal((Output(with, "arn"), Output(with, "name")), (with.Outputs["eventBusArn"]!.ToString(), with.Outputs["eventBusName"]!.ToString()));
        Assert.False(without.Outputs.ContainsKey("eventBusArn"));
        Assert.False(without.Outputs.ContainsKey("eventBusName"));

        static string Output(ResourceGraph graph, string name) => graph.Only(Bus).Outputs[name]!.ToString();
    }

    [Theory]
    [InlineData("basic")]
    [InlineData("detailed")]
    public async Task It_has_three_alarms_at_every_level_of_monitoring(string monitoring)
    {
        var graph = await ProgramRun.OfAsync("events", ("monitoring", monitoring));

        Assert.Equal(["observability-events-dead-letters", "observability-events-delay", "observability-events-failures"], EventAlarms(graph).Order(StringComparer.Ordinal));
        Assert.Empty(EventAlarms(await ProgramRun.OfAsync("prod", ("monitoring", monitoring))));

        static IEnumerable<string> EventAlarms(ResourceGraph graph) =>
            graph.OfType(Alarm).Select(alarm => alarm.Name).Where(name => name.StartsWith("observability-events-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_dashboard_shows_it_only_if_it_exists()
    {
        var graph = await ProgramRun.OfAsync("events");

        Assert.Contains("## Events", Headings(graph));
        Assert.DoesNotContain("## Events", Headings(await ProgramRun.OfAsync("prod")));
        var pipe = graph.Only(Pipe).Outputs["name"]!.ToString();
        Assert.All(["Events published", "Failed pipe executions", "Time to publish, p99"], title => Assert.Equal([pipe], graph.Graph(title).Values("PipeName").Distinct()));
        Assert.Equal([graph.Only(Queue).Outputs["name"]!.ToString()], graph.Graph("Dead letters").Values("QueueName"));

        static IEnumerable<string> Headings(ResourceGraph graph) =>
            graph.Widgets().Where(widget => widget["type"]!.ToString() == "text").Select(widget => widget["properties"]!["markdown"]!.ToString());
    }

    [Fact]
    public async Task Archive_days_without_events_have_no_effect() => Assert.Equal(
        GraphJson.Write(await ProgramRun.OfAsync("prod")),
        GraphJson.Write(await ProgramRun.OfAsync("prod", ("eventArchiveDays", "30"))));

    private static IEnumerable<GraphResource> RightsOfPipe(ResourceGraph graph)
    {
        var role = graph.Named(Role, "events-role").Outputs["id"]!.ToString();
        return graph.OfType(RolePolicy).Where(policy => policy.Inputs["role"]!.ToString() == role);
    }

    private static JsonObject Variables(ResourceGraph graph, string function) =>
        graph.Named("aws:lambda/function:Function", function).Inputs["environment"]!["variables"]!.AsObject();

    private static JsonObject Sorted(JsonObject members) =>
        new(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
}
