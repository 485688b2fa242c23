namespace WorkoutLog.Infra.Tests.Controls;

public class EventControls
{
    private const string Queue = "aws:sqs/queue:Queue";
    private const string Bus = "aws:cloudwatch/eventBus:EventBus";
    private const string Archive = "aws:cloudwatch/eventArchive:EventArchive";
    private const string Pipe = "aws:pipes/pipe:Pipe";

    [Fact]
    public async Task Bus_archive_and_queue_are_encrypted_with_the_key()
    {
        var graph = await ProgramRun.OfAsync("events", ("encryption", "customerKey"));

        var key = graph.Named("aws:kms/key:Key", "key").Outputs["arn"]!.ToString();
        Assert.All([graph.Only(Bus), graph.Only(Archive)], resource => Assert.Equal(key, resource.Inputs["kmsKeyIdentifier"]!.ToString()));
        Assert.Equal(key, graph.Only(Queue).Inputs["kmsMasterKeyId"]!.ToString());
    }

    [Fact]
    public async Task Without_a_key_SQS_encrypts_the_queue_and_EventBridge_the_events()
    {
        var graph = await ProgramRun.OfAsync("events", ("encryption", "awsOwned"));

        Assert.True(graph.Only(Queue).Inputs["sqsManagedSseEnabled"]!.GetValue<bool>());
        // EventBridge encrypts with an AWS-owned key by default.
        Assert.All([graph.Only(Bus), graph.Only(Archive)], resource => Assert.Null(resource.Inputs["kmsKeyIdentifier"]));
    }

    [Theory]
    [InlineData("customerKey")]
    [InlineData("awsOwned")]
    public async Task The_queue_requires_TLS_and_is_not_public(string encryption)
    {
        var graph = await ProgramRun.OfAsync("events", ("encryption", encryption));

        var queues = graph.OfType(Queue);
        var policies = graph.OfType("aws:sqs/queuePolicy:QueuePolicy");
        Assert.Equal(queues.Select(queue => queue.Outputs["url"]!.ToString()), policies.Select(policy => policy.Inputs["queueUrl"]!.ToString()));
        Assert.All(queues.Zip(policies), pair =>
        {
            var statements = pair.Second.Json("policy")["Statement"]!.AsArray();
            Assert.All(statements, statement => Assert.Equal([pair.First.Outputs["arn"]!.ToString()], statement!["Resource"]!.AsArray().Select(arn => arn!.ToString())));
            var refusal = Assert.Single(statements, statement => statement!["Effect"]!.ToString() == "Deny")!;
            Assert.Equal(
                """{"AWS":"*"} ["sqs:ReceiveMessage","sqs:SendMessage"] {"Bool":{"aws:SecureTransport":["false"]}}""",
                $"{refusal["Principal"]!.ToJsonString()} {refusal["Action"]!.ToJsonString()} {refusal["Condition"]!.ToJsonString()}");
            Assert.All(
                statements.Where(statement => statement!["Effect"]!.ToString() == "Allow"),
                statement => Assert.DoesNotContain("\"*\"", statement!["Principal"]!.ToJsonString(), StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Only_the_stacks_bus_sends_events_that_it_cannot_encrypt_or_decrypt()
    {
        var graph = await ProgramRun.OfAsync("events");

        var bus = graph.Only(Bus);
        Assert.Equal(graph.Only(Queue).Outputs["arn"]!.ToString(), bus.Inputs["deadLetterConfig"]!["arn"]!.ToString());
        var allowed = Assert.Single(graph.Only("aws:sqs/queuePolicy:QueuePolicy").Json("policy")["Statement"]!.AsArray(), statement => statement!["Effect"]!.ToString() == "Allow")!;
        Assert.Equal("""{"Service":"events.amazonaws.com"} ["sqs:SendMessage"]""", $"{allowed["Principal"]!.ToJsonString()} {allowed["Action"]!.ToJsonString()}");
        Assert.Equal($$$"""{"ArnEquals":{"aws:SourceArn":["{{{bus.Outputs["arn"]}}}"]}}""", allowed["Condition"]!.ToJsonString());
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    [InlineData("events")]
    public async Task Every_queue_is_a_dead_letter_queue(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        Assert.Equal(
            graph.OfType(Pipe).Select(pipe => Stream(pipe)["deadLetterConfig"]!["arn"]!.ToString()),
            graph.OfType(Queue).Select(queue => queue.Outputs["arn"]!.ToString()));
    }

    [Fact]
    public async Task Every_pipe_keeps_the_order_and_has_dead_letters()
    {
        var graph = await ProgramRun.OfAsync("events");

        Assert.NotEmpty(graph.OfType(Pipe));
        Assert.All(graph.OfType(Pipe).Select(Stream), stream =>
        {
            Assert.Contains(stream["deadLetterConfig"]!["arn"]!.ToString(), graph.OfType(Queue).Select(queue => queue.Outputs["arn"]!.ToString()));
            Assert.Equal("AUTOMATIC_BISECT", stream["onPartialBatchItemFailure"]!.ToString());
            // Both are unlimited by default; the stream keeps a record for a day.
            Assert.InRange(stream["maximumRetryAttempts"]!.GetValue<double>(), 1, 100);
            Assert.InRange(stream["maximumRecordAgeInSeconds"]!.GetValue<double>(), 3_600, 86_400 / 2);
            Assert.Equal(1, stream["parallelizationFactor"]!.GetValue<double>());
            Assert.Equal("TRIM_HORIZON", stream["startingPosition"]!.ToString());
        });
    }

    [Fact]
    public async Task The_bus_is_not_accessible_from_outside_the_account()
    {
        var graph = await ProgramRun.OfAsync("events");

        Assert.DoesNotContain(graph.Resources, resource =>
            resource.Type.StartsWith("aws:cloudwatch/eventBusPolicy", StringComparison.Ordinal) || resource.Type.StartsWith("aws:cloudwatch/eventPermission", StringComparison.Ordinal));
    }

    private static JsonNode Stream(GraphResource pipe) => pipe.Inputs["sourceParameters"]!["dynamodbStreamParameters"]!;
}
