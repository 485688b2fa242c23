using System.Collections.Immutable;
using System.Text.Json;
using Coach;
using Moq;
using Pulumi;
using Pulumi.Testing;
using WorkoutLog.Infra.Service;
using WorkoutLog.Local;

namespace WorkoutLog.Infra.Tests.Examples;

/// <summary>An example program that subscribes to WorkoutLog's events, tested with the publishing program.</summary>
public class CoachTests
{
    private const string Reference = "pulumi:pulumi:StackReference";
    private const string Rule = "aws:cloudwatch/eventRule:EventRule";
    private const string Target = "aws:cloudwatch/eventTarget:EventTarget";
    private const string Queue = "aws:sqs/queue:Queue";
    private const string QueuePolicy = "aws:sqs/queuePolicy:QueuePolicy";

    private static readonly StackConfiguration _configuration =
        StackConfiguration.Load(new Repository(Path.Combine(Repository.Find(AppContext.BaseDirectory).Root, "examples", "Coach")), "dev");

    [Fact]
    public async Task The_rule_matches_what_the_pipe_publishes_on_the_bus_of_the_other_stack()
    {
        var (workoutLog, made) = await RunAsync();
        var rule = made[(Rule, "workouts")];
        var pattern = JsonNode.Parse((string)rule.Inputs["eventPattern"])!;
        var published = workoutLog.Only("aws:pipes/pipe:Pipe").Inputs["targetParameters"]!["eventbridgeEventBusParameters"]!;

        Assert.Equal(workoutLog.Only("aws:cloudwatch/eventBus:EventBus").Inputs["name"]!.ToString(), rule.Inputs["eventBusName"]);
        Assert.Equal([published["source"]!.ToString()], pattern["source"]!.AsArray().Select(source => source!.ToString()));
        Assert.Equal(["workout.logged"], pattern["detail-type"]!.AsArray().Select(type => type!.ToString()));
        // The pipe takes the type from the record; its filter lists all types.
        Assert.Equal(WorkoutEvent.TypePath, published["detailType"]!.ToString());
        Assert.Contains("\"workout.logged\"", WorkoutEvent.Filter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_queue_accepts_only_events_of_the_rule()
    {
        var (_, made) = await RunAsync();
        var (rule, target) = (made[(Rule, "workouts")], made[(Target, "workouts")]);
        var (queue, failed) = (made[(Queue, "workouts")], made[(Queue, "workouts-dead-letters")]);

        Assert.Equal(
            (rule.Outputs["name"], rule.Inputs["eventBusName"], queue.Outputs["arn"]),
            (target.Inputs["rule"], target.Inputs["eventBusName"], target.Inputs["arn"]));
        Assert.Equal(failed.Outputs["arn"], ((ImmutableDictionary<string, object>)target.Inputs["deadLetterConfig"])["arn"]);
        Assert.Equal(failed.Outputs["arn"], JsonNode.Parse((string)queue.Inputs["redrivePolicy"])!["deadLetterTargetArn"]!.ToString());
        Assert.All(new[] { queue, failed }, each =>
        {
            var policy = Assert.Single(made, one => one.Key.Type == QueuePolicy && one.Value.Inputs["queueUrl"].Equals(each.Outputs["url"])).Value;
            var allowed = Assert.Single(JsonNode.Parse((string)policy.Inputs["policy"])!["Statement"]!.AsArray(), statement => statement!["Effect"]!.ToString() == "Allow")!;
            Assert.Equal("""{"Service":"events.amazonaws.com"}""", allowed["Principal"]!.ToJsonString());
            Assert.Equal("""["sqs:SendMessage"]""", allowed["Action"]!.ToJsonString());
            Assert.Equal($"""["{each.Outputs["arn"]}"]""", allowed["Resource"]!.ToJsonString());
            Assert.Equal(rule.Outputs["arn"], Assert.Single(allowed["Condition"]!["ArnEquals"]!["aws:SourceArn"]!.AsArray())!.ToString());
        });
    }

    [Fact]
    public async Task A_stack_without_events_is_one_error_that_says_how_to_fix_it()
    {
        var aws = Aws();

        var error = await Assert.ThrowsAsync<RunException>(async () => await RunAsync(await ProgramRun.OfAsync("dev"), aws));
        Environment.ExitCode = 0;

        Assert.StartsWith("eventBusName must be an output of the stack organization/workout-log/dev;", error.Message, StringComparison.Ordinal);
        Assert.Contains("Fix: pulumi config set events eventBridge", error.Message, StringComparison.Ordinal);
        Assert.Empty(aws.Registered);
    }

    [Fact]
    public async Task A_rule_is_created_in_the_region_of_the_bus()
    {
        var workoutLog = await ProgramRun.OfAsync("dev", ("events", "eventBridge"));

        var error = await Assert.ThrowsAsync<RunException>(() => RunAsync(workoutLog, Aws(), region: "eu-west-1"));
        Environment.ExitCode = 0;

        Assert.Equal("aws:region must be us-east-1, where the bus is; got eu-west-1. Fix: pulumi config set aws:region us-east-1", error.Message);
    }

    private static AwsMocks Aws() => new(new AwsNames(_configuration.Project, _configuration.Stack, _configuration.Region));

    private static async Task<(ResourceGraph WorkoutLog, IReadOnlyDictionary<(string Type, string Name), RegisteredResource> Made)> RunAsync()
    {
        var (workoutLog, aws) = (await ProgramRun.OfAsync("dev", ("events", "eventBridge")), Aws());
        await RunAsync(workoutLog, aws);
        return (workoutLog, aws.Registered);
    }

    /// <summary>Runs the program with a stack reference that has these outputs.</summary>
    private static async Task RunAsync(ResourceGraph workoutLog, AwsMocks aws, string region = "us-east-1")
    {
        var outputs = workoutLog.Outputs.Where(output => output.Value is JsonValue).ToImmutableDictionary(output => output.Key, output => (object)output.Value!.ToString());
        var state = ImmutableDictionary<string, object>.Empty.Add("outputs", outputs).Add("secretOutputNames", ImmutableArray<object>.Empty);
        var mocks = new Mock<IMocks>(MockBehavior.Strict);
        mocks.Setup(mock => mock.NewResourceAsync(It.Is<MockResourceArgs>(args => args.Type == Reference && args.Id == "organization/workout-log/dev")))
            .ReturnsAsync((null, state));
        mocks.Setup(mock => mock.NewResourceAsync(It.Is<MockResourceArgs>(args => args.Type != Reference))).Returns<MockResourceArgs>(aws.NewResourceAsync);
        mocks.Setup(mock => mock.RegisterResourceOutputs(It.IsAny<MockRegisterResourceOutputsRequest>())).Returns(Task.CompletedTask);
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", JsonSerializer.Serialize(_configuration.With([KeyValuePair.Create("aws:region", region)]).Values));

        await Deployment.TestAsync(mocks.Object, new TestOptions { ProjectName = _configuration.Project, StackName = _configuration.Stack, IsPreview = false }, CoachProgram.RunAsync);
    }
}
