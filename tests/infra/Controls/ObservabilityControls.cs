using System.Text.RegularExpressions;
using WorkoutLog.Infra.Service;
using WorkoutLog.Local;

namespace WorkoutLog.Infra.Tests.Controls;

public class ObservabilityControls
{
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string Composite = "aws:cloudwatch/compositeAlarm:CompositeAlarm";

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Log_groups_have_a_retention(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        Assert.All(graph.OfType("aws:cloudwatch/logGroup:LogGroup"), group => Assert.True(group.Inputs["retentionInDays"]!.GetValue<double>() > 0));
    }

    [Fact]
    public async Task Log_groups_are_encrypted_with_the_key()
    {
        var graph = await ProgramRun.OfAsync("prod");

        var key = graph.Named("aws:kms/key:Key", "key").Outputs["arn"]!.ToString();
        Assert.All(graph.OfType("aws:cloudwatch/logGroup:LogGroup"), group => Assert.Equal(key, group.Inputs["kmsKeyId"]!.ToString()));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Log_groups_are_created_before_their_function(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        Assert.All(graph.OfType("aws:lambda/function:Function"), function =>
        {
            var group = Assert.Single(graph.OfType("aws:cloudwatch/logGroup:LogGroup"), group =>
                group.Outputs["name"]!.ToString() == function.Inputs["loggingConfig"]!["logGroup"]!.ToString());
            Assert.Contains(group.Urn, function.Options.DependsOn);
        });
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    [InlineData("events")]
    public async Task Alarms_have_a_description_enabled_actions_and_a_missing_data_treatment(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        var topic = graph.Only("aws:sns/topic:Topic").Outputs["arn"]!.ToString();
        var rules = string.Join('\n', graph.OfType(Composite).Select(alarm => alarm.Inputs["alarmRule"]!.ToString()));
        Assert.NotEmpty(graph.OfType(Alarm));
        Assert.All(graph.OfType(Alarm), alarm => Assert.True(alarm.Inputs["treatMissingData"]!.ToString() is "notBreaching" or "breaching" or "ignore"));
        Assert.All([.. graph.OfType(Alarm), .. graph.OfType(Composite)], alarm =>
        {
            // An alarm that only feeds a composite alarm has no actions.
            var feeds = alarm.Type == Alarm && rules.Contains($"\"{alarm.Outputs["name"]}\"", StringComparison.Ordinal);
            string[] actions = feeds ? [] : [topic];
            Assert.Equal(actions, Texts(alarm.Inputs["alarmActions"]));
            Assert.Equal(actions, Texts(alarm.Inputs["okActions"]));
            Assert.Equal(!feeds, alarm.Inputs["actionsEnabled"]!.GetValue<bool>());
            Assert.InRange(alarm.Inputs["alarmDescription"]!.ToString().Length, 1, 1024);
        });
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    [InlineData("events")]
    public async Task Alarms_have_a_severity_and_a_runbook(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        Assert.All([.. graph.OfType(Alarm), .. graph.OfType(Composite)], alarm =>
        {
            var severity = alarm.Inputs["tags"]!["severity"]!.ToString();
            var link = Regex.Match(alarm.Inputs["alarmDescription"]!.ToString(), @" (Page|Ticket): (\S*/)?([a-z-]+)\.md$");
            Assert.True(link.Success, alarm.Inputs["alarmDescription"]!.ToString());
            Assert.Equal(severity, link.Groups[1].Value.ToLowerInvariant());
            var kind = Assert.Single(WorkoutAlarms.Kinds, kind => kind.Name == link.Groups[3].Value);
            Assert.Equal(severity, kind.Severity.ToString().ToLowerInvariant());
        });
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    [InlineData("events")]
    public async Task Alarms_name_project_stack_and_region(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        Assert.All([.. graph.OfType(Alarm), .. graph.OfType(Composite)], alarm =>
        {
            Assert.StartsWith($"workout-log-{stack}-us-east-1-", $"{alarm.Inputs["name"] ?? alarm.Inputs["alarmName"]}", StringComparison.Ordinal);
            Assert.StartsWith($"workout-log/{stack} in us-east-1: ", alarm.Inputs["alarmDescription"]!.ToString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_kind_of_alarm_has_a_runbook_and_every_runbook_an_alarm()
    {
        var folder = Path.Combine(Repository.Find(AppContext.BaseDirectory).Root, WorkoutRunbooks.Folder);

        var files = Directory.EnumerateFiles(folder, "*.md").Select(file => Path.GetFileNameWithoutExtension(file)!).Except(["README", WorkoutRunbooks.Drill]);
        Assert.Equal(WorkoutAlarms.Kinds.Select(kind => kind.Name).Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_kind_of_alarm_is_in_use()
    {
        var graph = await ProgramRun.OfAsync("events");

        var inUse = graph.OfType(Alarm).Select(alarm => alarm.Inputs["alarmDescription"]!.ToString().Split('/')[^1][..^".md".Length]).Distinct();
        Assert.Equal(WorkoutAlarms.Kinds.Select(kind => kind.Name).Order(StringComparer.Ordinal), inUse.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task SNS_is_encrypted(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        Assert.All(graph.OfType("aws:sns/topic:Topic"), topic => Assert.NotEmpty(topic.Inputs["kmsMasterKeyId"]!.ToString()));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task SNS_requires_TLS_and_is_not_public(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        var topics = graph.OfType("aws:sns/topic:Topic").Select(topic => topic.Outputs["arn"]!.ToString());
        var policies = graph.OfType("aws:sns/topicPolicy:TopicPolicy");
        Assert.Equal(topics, policies.Select(policy => policy.Inputs["arn"]!.ToString()));
        Assert.All(policies, policy =>
        {
            var statements = policy.Json("policy")["Statement"]!.AsArray();
            Assert.Contains(statements, statement => statement!["Effect"]!.ToString() == "Deny"
                && statement["Condition"]!.ToJsonString().Contains("\"aws:SecureTransport\":", StringComparison.Ordinal));
            Assert.All(
                statements.Where(statement => statement!["Effect"]!.ToString() == "Allow"),
                statement => Assert.DoesNotContain("\"*\"", statement!["Principal"]!.ToJsonString(), StringComparison.Ordinal));
        });
    }

    private static IEnumerable<string> Texts(JsonNode? list) => (list as JsonArray)?.Select(text => text!.ToString()) ?? [];
}
