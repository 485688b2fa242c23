using WorkoutLog.Infra.Policies;

namespace WorkoutLog.Infra.Tests.Policies;

public class KeyPoliciesTests
{
    private const string Account = "123456789012";
    private const string Region = "eu-west-1";

    private static readonly PolicyDocument _stack = KeyPolicies.Stack(Account, Region, "/workout-log/prod", busName: null);
    private static readonly PolicyDocument _withEvents = KeyPolicies.Stack(Account, Region, "/workout-log/prod", busName: "workout-log-prod");

    [Fact]
    public void Key_administrators_can_neither_encrypt_nor_decrypt()
    {
        var administer = Statement(_stack, "Administer");

        string[] cryptography = ["Decrypt", "Encrypt", "GenerateDataKey", "ReEncrypt", "CreateGrant", "*"];
        Assert.Equal($$"""{"AWS":"arn:aws:iam::{{Account}}:root"}""", administer["Principal"]!.ToJsonString());
        Assert.All(administer["Action"]!.AsArray(), action =>
            Assert.All(cryptography, word => Assert.DoesNotContain(word, action!.ToString(), StringComparison.Ordinal)));
    }

    [Fact]
    public void The_account_can_change_the_policy_and_delete_the_key()
    {
        var actions = Statement(_stack, "Administer")["Action"]!.AsArray().Select(action => action!.ToString()).ToList();

        Assert.Contains("kms:PutKeyPolicy", actions);
        Assert.Contains("kms:ScheduleKeyDeletion", actions);
        Assert.Contains("kms:CancelKeyDeletion", actions);
    }

    [Fact]
    public void The_account_uses_the_key_only_through_services_of_the_region()
    {
        var use = Statement(_stack, "UseThroughServices");

        Assert.Equal(
            """
            {"StringEquals":{"kms:CallerAccount":["123456789012"],"kms:ViaService":["backup.eu-west-1.amazonaws.com","dynamodb.eu-west-1.amazonaws.com","lambda.eu-west-1.amazonaws.com"]}}
            """,
            use["Condition"]!.ToJsonString());
        Assert.Equal(
            ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo"],
            use["Action"]!.AsArray().Select(action => action!.ToString()));
    }

    [Fact]
    public void Only_services_get_grants()
    {
        var grants = Statements(_stack).Where(statement => statement["Effect"]!.ToString() == "Allow" && statement["Action"]!.ToJsonString().Contains("CreateGrant", StringComparison.Ordinal));

        var grant = Assert.Single(grants);
        Assert.Equal("""["kms:CreateGrant"]""", grant["Action"]!.ToJsonString());
        Assert.Equal("""{"kms:GrantIsForAWSResource":["true"]}""", grant["Condition"]!["Bool"]!.ToJsonString());
        Assert.Equal(Statement(_stack, "UseThroughServices")["Condition"]!["StringEquals"]!.ToJsonString(), grant["Condition"]!["StringEquals"]!.ToJsonString());
    }

    [Fact]
    public void CloudWatch_Logs_uses_the_key_only_for_the_stacks_log_groups()
    {
        var logs = Statement(_stack, "EncryptLogGroups");

        Assert.Equal("""{"Service":"logs.eu-west-1.amazonaws.com"}""", logs["Principal"]!.ToJsonString());
        Assert.Equal(
            ["arn:aws:logs:eu-west-1:123456789012:log-group:/workout-log/prod/*", "arn:aws:logs:eu-west-1:123456789012:log-group:API-Gateway-Execution-Logs_*"],
            logs["Condition"]!["ArnLike"]!["kms:EncryptionContext:aws:logs:arn"]!.AsArray().Select(arn => arn!.ToString()));
    }

    [Fact]
    public void CloudWatch_publishes_only_alarms_of_this_account()
    {
        var alarms = Statement(_stack, "PublishAlarms");

        Assert.Equal("""{"Service":"cloudwatch.amazonaws.com"}""", alarms["Principal"]!.ToJsonString());
        Assert.Equal("""["kms:Decrypt","kms:GenerateDataKey"]""", alarms["Action"]!.ToJsonString());
        Assert.Equal("""{"StringEquals":{"aws:SourceAccount":["123456789012"]}}""", alarms["Condition"]!.ToJsonString());
    }

    [Fact]
    public void EventBridge_uses_the_key_only_for_the_stacks_bus_and_dead_letters()
    {
        string[] sids = ["DescribeKeyOfEvents", "EncryptEvents", "SendUnreadableEvents"];

        Assert.Equal(sids, Statements(_withEvents).Select(statement => statement["Sid"]!.ToString()).Except(Statements(_stack).Select(statement => statement["Sid"]!.ToString())));
        Assert.All(sids, sid => Assert.Equal("""{"Service":"events.amazonaws.com"}""", Statement(_withEvents, sid)["Principal"]!.ToJsonString()));
        Assert.Equal("""["kms:DescribeKey"]""", Statement(_withEvents, "DescribeKeyOfEvents")["Action"]!.ToJsonString());
        Assert.Equal(
            """["kms:Decrypt","kms:GenerateDataKey","kms:ReEncryptFrom","kms:ReEncryptTo"]""", Statement(_withEvents, "EncryptEvents")["Action"]!.ToJsonString());
        Assert.Equal(
            """{"StringEquals":{"kms:EncryptionContext:aws:events:event-bus:arn":["arn:aws:events:eu-west-1:123456789012:event-bus/workout-log-prod"]}}""",
            Statement(_withEvents, "EncryptEvents")["Condition"]!.ToJsonString());
        Assert.Equal("""{"StringEquals":{"aws:SourceAccount":["123456789012"]}}""", Statement(_withEvents, "SendUnreadableEvents")["Condition"]!.ToJsonString());
    }

    // Creating or changing an encrypted bus or its rules uses the key through EventBridge; reading dead letters, through SQS.
    [Fact]
    public void With_events_the_account_uses_the_key_through_EventBridge_and_SQS_too()
    {
        string[] more = [.. Services(_withEvents).Except(Services(_stack))];

        Assert.Equal(["events.eu-west-1.amazonaws.com", "sqs.eu-west-1.amazonaws.com"], more);

        static IEnumerable<string> Services(PolicyDocument document) =>
            Statement(document, "UseThroughServices")["Condition"]!["StringEquals"]!["kms:ViaService"]!.AsArray().Select(service => service!.ToString());
    }

    [Fact]
    public void The_key_of_the_alarm_topic_serves_only_alarms()
    {
        var topic = KeyPolicies.AlarmTopic(Account);

        Assert.Equal(["Administer", "RefuseOtherGrants", "PublishAlarms"], Statements(topic).Select(statement => statement["Sid"]!.ToString()));
        Assert.Equal(Statement(_stack, "PublishAlarms").ToJsonString(), Statement(topic, "PublishAlarms").ToJsonString());
    }

    [Fact]
    public void The_key_of_the_backups_serves_only_AWS_Backup()
    {
        var backups = KeyPolicies.Backups(Account, Region);

        Assert.Equal(["Administer", "RefuseOtherGrants", "UseThroughServices", "LetServicesKeepUsing"], Statements(backups).Select(statement => statement["Sid"]!.ToString()));
        Assert.All(Statements(backups).Skip(2), statement => Assert.Equal(
            """["backup.eu-west-1.amazonaws.com"]""", statement["Condition"]!["StringEquals"]!["kms:ViaService"]!.ToJsonString()));
    }

    [Fact]
    public void A_role_decrypts_with_this_key_through_DynamoDB_and_Lambda()
    {
        var policy = KeyPolicies.Use("arn:aws:kms:eu-west-1:123456789012:key/1", Region);

        Assert.Equal(
            """
            {"Version":"2012-10-17","Statement":[{"Sid":"UseKeyThroughServices","Effect":"Allow","Action":["kms:Decrypt"],"Resource":["arn:aws:kms:eu-west-1:123456789012:key/1"],"Condition":{"StringEquals":{"kms:ViaService":["dynamodb.eu-west-1.amazonaws.com","lambda.eu-west-1.amazonaws.com"]}}}]}
            """,
            policy.ToJson());
    }

    [Fact]
    public void A_pipe_decrypts_through_DynamoDB_and_SQS_and_encrypts_only_through_SQS()
    {
        var policy = KeyPolicies.UseByPipe("arn:aws:kms:eu-west-1:123456789012:key/1", Region);

        Assert.Equal(
            """{"StringEquals":{"kms:ViaService":["dynamodb.eu-west-1.amazonaws.com","sqs.eu-west-1.amazonaws.com"]}}""",
            Statement(policy, "ReadThroughServices")["Condition"]!.ToJsonString());
        Assert.Equal(
            """{"StringEquals":{"kms:ViaService":["sqs.eu-west-1.amazonaws.com"]}}""", Statement(policy, "SendDeadLetters")["Condition"]!.ToJsonString());
        Assert.Equal(
            """["kms:Decrypt"] ["kms:GenerateDataKey"]""", string.Join(' ', Statements(policy).Select(statement => statement["Action"]!.ToJsonString())));
        Assert.All(Statements(policy), statement => Assert.Equal("""["arn:aws:kms:eu-west-1:123456789012:key/1"]""", statement["Resource"]!.ToJsonString()));
    }

    private static IEnumerable<JsonNode> Statements(PolicyDocument document) =>
        JsonNode.Parse(document.ToJson())!["Statement"]!.AsArray().Select(statement => statement!);

    private static JsonNode Statement(PolicyDocument document, string sid) =>
        Assert.Single(Statements(document), statement => statement["Sid"]!.ToString() == sid);
}
