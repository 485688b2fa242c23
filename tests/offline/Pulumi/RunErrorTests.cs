using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace WorkoutLog.Offline.Tests.PulumiCore;

public class RunErrorTests
{
    private const string NoRun = "Trying to acquire Deployment.Instance before 'Run' was called.";

    [Fact]
    public async Task Reports_a_run_exception_by_its_message_alone()
    {
        var failure = await Evaluate.FailureAsync(() => throw new RunException("just this"));

        Assert.Equal("just this", failure.Message);
        Assert.Null(failure.InnerException);
    }

    [Fact]
    public async Task Reports_other_exceptions_with_their_type()
    {
        var failure = await Evaluate.FailureAsync(() => throw new FormatException("odd"));

        Assert.Matches(@"^Running program '.*' failed with an unhandled exception:\nSystem\.FormatException: odd\n", failure.Message);
    }

    [Fact]
    public async Task Hides_the_stack_of_a_resource_exception_when_told_to()
    {
        var hidden = await Evaluate.FailureAsync(() => throw new ResourceException("short", null, hideStack: true));
        var shown = await Evaluate.FailureAsync(() => throw new ResourceException("long", null));

        Assert.Equal("short", hidden.Message);
        Assert.StartsWith("Pulumi.ResourceException: long\n", shown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_a_failure_in_apply_whether_its_output_is_used_or_not()
    {
        var goesOn = false;

        var failure = await Evaluate.FailureAsync(() =>
        {
            Output.Create(1).Apply(int (_) => throw new RunException("in apply"));
            goesOn = true;
        });

        Assert.Equal("in apply", failure.Message);
        Assert.True(goesOn);
    }

    [Fact]
    public async Task Reports_a_faulted_task_in_an_output()
    {
        var failure = await Evaluate.FailureAsync(() => Output.Create(Task.FromException<int>(new RunException("in the task"))));

        Assert.Equal("in the task", failure.Message);
    }

    [Fact]
    public async Task Reports_a_failure_once_however_many_outputs_depend_on_it()
    {
        var errors = await Evaluate.ErrorsAsync(() =>
        {
            var broken = Output.Create(1).Apply(int (_) => throw new RunException("once"));
            Output.Format($"{broken}");
            Output.Tuple(broken, Output.Create(2)).Apply(both => both.Item1);
            broken.Apply(value => value + 1);
        });

        Assert.Equal("once", Assert.Single(errors));
    }

    [Fact]
    public async Task Reports_a_failure_when_outputs_are_registered()
    {
        var errors = await Evaluate.ErrorsAsync(
            () => _ = new Group("group", self => self.Label = Output.Create("a").Apply(string (_) => throw new RunException("label"))));

        Assert.All(errors, error => Assert.Contains("label", error, StringComparison.Ordinal));
        Assert.NotEmpty(errors);
    }

    [Fact]
    public async Task Collects_several_errors()
    {
        var failure = await Assert.ThrowsAsync<AggregateException>(() => Evaluate.PreviewAsync(new RecordingMocks(), () =>
        {
            Log.Error("first");
            Log.Error("second");
        }));

        Assert.Equal(["first", "second"], failure.InnerExceptions.Select(inner => Assert.IsType<RunException>(inner).Message));
    }

    [Fact]
    public async Task Fails_on_a_logged_error_only()
    {
        await Evaluate.PreviewAsync(new RecordingMocks(), () =>
        {
            Log.Debug("d");
            Log.Info("i");
            Log.Warn("w");
        });

        var failure = await Evaluate.FailureAsync(() => Log.Error("e"));

        Assert.Equal("e", failure.Message);
    }

    [Fact]
    public async Task Sets_the_exit_code_for_an_unhandled_error_but_not_for_a_logged_one()
    {
        var codes = new List<int>();
        foreach (var program in new Action[] { () => Log.Error("logged"), () => throw new RunException("thrown") })
        {
            await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync(new RecordingMocks(), new TestOptions(), program));
            codes.Add(Environment.ExitCode);
            Environment.ExitCode = 0;
        }

        Assert.Equal([0, 32], codes);
    }

    [Fact]
    public async Task Does_not_register_the_outputs_of_a_stack_whose_constructor_failed()
    {
        var mocks = new RecordingMocks();

        await Evaluate.FailureAsync(() => throw new RunException("no"), mocks);

        Assert.Empty(mocks.Outputs);
    }

    [Fact]
    public void Needs_a_run_for_resources_configuration_and_the_instance()
    {
        Assert.Equal(NoRun, Assert.Throws<InvalidOperationException>(() => Deployment.Instance).Message);
        Assert.Equal(NoRun, Assert.Throws<InvalidOperationException>(() => new Config()).Message);
        Assert.Equal(NoRun, Assert.Throws<InvalidOperationException>(() => new Thing("thing", new() { Title = "t" })).Message);
        Assert.Equal(NoRun, Assert.Throws<InvalidOperationException>(() => Output.Create(1).ToString()).Message);
    }

    [Fact]
    public async Task Has_no_instance_any_more_when_a_run_is_over()
    {
        await Evaluate.PreviewAsync(new RecordingMocks(), () => { });

        Assert.Throws<InvalidOperationException>(() => Deployment.Instance);
    }

    [Fact]
    public async Task Needs_no_run_for_outputs()
    {
        InputList<string> list = [];
        list.Add("b");
        var text = Output.Format($"{Output.Create(1).Apply(one => one + 1)}-{Output.JsonSerialize(Output.Create(list))}");

        Assert.Equal("""2-["b"]""", await OutputUtilities.GetValueAsync(text));
    }

    [Fact]
    public async Task Refuses_a_run_without_the_engine()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.RunAsync(() => { }));

        Assert.Equal("Program run without the Pulumi engine available; re-run using the `pulumi` CLI", failure.Message);
    }
}
