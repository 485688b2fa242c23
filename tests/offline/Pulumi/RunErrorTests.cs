using Pulumi;
using Pulumi.Testing;

namespace WorkoutLog.Offline.Tests.PulumiCore;

public class RunErrorTests
{
    private const string NoRun = "Trying to acquire Deployment.Instance before 'Run' was called.";

    /// <summary>A program, and the complete message of its failing run.</summary>
    public static TheoryData<Action, string> Failures => new()
    {
        { () => throw new RunException("just this"), "just this" },
        { () => throw new ResourceException("short", null, hideStack: true), "short" },
        // Whether the output is used or not.
        { () => Output.Create(1).Apply(int (_) => throw new RunException("in apply")), "in apply" },
        { () => Output.Create(Task.FromException<int>(new RunException("in the task"))), "in the task" },
        { () => Log.Error("e"), "e" },
    };

    [Theory, MemberData(nameof(Failures))]
    public async Task Reports_a_failure_by_its_message_only(Action program, string expected)
    {
        var goesOn = false;

        var failure = await Evaluate.FailureAsync(() =>
        {
            program();
            goesOn = true;
        });

        Assert.Equal(expected, failure.Message);
        Assert.Null(failure.InnerException);
        Assert.Equal(expected is not ("just this" or "short"), goesOn);
    }

    [Fact]
    public async Task Reports_other_exceptions_with_their_type()
    {
        var odd = await Evaluate.FailureAsync(() => throw new FormatException("odd"));
        var shown = await Evaluate.FailureAsync(() => throw new ResourceException("long", null));

        Assert.Matches(@"^Running program '.*' failed with an unhandled exception:\nSystem\.FormatException: odd\n", odd.Message);
        Assert.StartsWith("Pulumi.ResourceException: long\n", shown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_a_failure_once_however_many_outputs_depend_on_it() => Assert.Equal(["once"], await Evaluate.ErrorsAsync(() =>
    {
        var broken = Output.Create(1).Apply(int (_) => throw new RunException("once"));
        Output.Format($"{broken}");
        Output.Tuple(broken, Output.Create(2)).Apply(both => both.Item1);
        broken.Apply(value => value + 1);
    }));

    [Fact]
    public async Task Reports_a_failure_when_outputs_are_registered()
    {
        var errors = await Evaluate.ErrorsAsync(
            () => _ = new Group("group", self => self.Label = Output.Create("a").Apply(string (_) => throw new RunException("label"))));

        Assert.All(errors, error => Assert.Contains("label", error, StringComparison.Ordinal));
        Assert.NotEmpty(errors);
    }

    [Fact]
    public async Task Collects_logged_errors_and_nothing_below()
    {
        Action notices = () =>
        {
            Log.Debug("d");
            Log.Info("i");
            Log.Warn("w");
        };

        await Evaluate.PreviewAsync(new RecordingMocks(), notices);
        var errors = await Evaluate.ErrorsAsync(() =>
        {
            notices();
            Log.Error("first");
            Log.Error("second");
        });

        Assert.Equal(["first", "second"], errors);
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
    public async Task Requires_a_run_for_resources_configuration_and_the_instance_before_and_after_it()
    {
        await Evaluate.PreviewAsync(new RecordingMocks(), () => { });

        Assert.All(
            new Func<object?>[] { () => Deployment.Instance, () => new Config(), () => new Thing("thing", new() { Title = "t" }), () => Output.Create(1).ToString() },
            use => Assert.Equal(NoRun, Assert.Throws<InvalidOperationException>(use).Message));
    }

    [Fact]
    public async Task Requires_no_run_for_outputs()
    {
        InputList<string> list = [];
        list.Add("b");

        Assert.Equal(
            """2-["b"]""",
            await Output.Format($"{Output.Create(1).Apply(one => one + 1)}-{Output.JsonSerialize(Output.Create(list))}").ValueAsync());
    }

    [Fact]
    public async Task Rejects_a_run_without_the_engine() => Assert.Equal(
        "Program run without the Pulumi engine available; re-run using the `pulumi` CLI",
        (await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.RunAsync(() => { }))).Message);
}

public class InputErrorTests
{
    private const string Namespace = "WorkoutLog.Offline.Tests.PulumiCore";

    public static TheoryData<string, Func<ThingArgs>> Refused => new()
    {
        {
            $"System.ArgumentNullException: [Input] {Namespace}.ThingArgs.Title is required but was not given a value (Parameter 'Title')",
            () => new()
        },
        {
            $"System.InvalidOperationException: error serializing property \"part\": [Input] {Namespace}.PartArgs.Label is required but was not given a value (Parameter 'Label')",
            () => new() { Title = "t", Part = new PartArgs() }
        },
        {
            "error serializing property \"big\": System.Int64 is not a supported argument type.\n\tresource:thing[test:index:Thing].big.id",
            () => new() { Title = "t", Big = 5L }
        },
        { "\"anything\": System.Single is not a supported argument type.", () => new() { Title = "t", Anything = 1.5f } },
        { "\"anything\": System.Char is not a supported argument type.", () => new() { Title = "t", Anything = 'c' } },
        {
            "\tresource:thing[test:index:Thing].anything.id.a[1]",
            () => new() { Title = "t", Anything = new Dictionary<string, object> { ["a"] = new object[] { 1, Guid.Empty } } }
        },
        {
            "Dictionaries are only supported with string keys:",
            () => new() { Title = "t", Anything = new Dictionary<int, string> { [1] = "x" } }
        },
    };

    [Theory, MemberData(nameof(Refused))]
    public async Task Names_the_value_that_cannot_be_sent_and_its_location(string expected, Func<ThingArgs> args)
    {
        var failure = await Evaluate.FailureAsync(() => _ = new Thing("thing", args()));

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.StartsWith("Running program '", failure.Message, StringComparison.Ordinal);
        Assert.Contains("' failed with an unhandled exception:\n", failure.Message, StringComparison.Ordinal);
        Assert.Null(failure.InnerException);
    }

    [Theory]
    [InlineData("", "t:i:T", "name")]
    [InlineData(null, "t:i:T", "name")]
    [InlineData("n", "", "type")]
    public async Task Rejects_an_empty_name_or_type_in_the_constructor(string? name, string type, string parameter)
    {
        var failure = await Evaluate.FailureAsync(() =>
        {
            var thrown = Assert.Throws<ArgumentException>(() => new CustomResource(type, name!, null, options: null));
            Assert.Equal(parameter, thrown.ParamName);
            throw new RunException(thrown.Message);
        });

        Assert.Equal($"'{parameter}' cannot be null or empty. (Parameter '{parameter}')", failure.Message);
    }

    [Fact]
    public async Task Reports_a_failed_output_as_itself_or_as_the_input_it_was_used_for()
    {
        var errors = await Evaluate.ErrorsAsync(() =>
            _ = new Thing("thing", new() { Title = Output.Create("x").Apply(string (_) => throw new RunException("broken")) }));

        // The package reports the errors seen by then: either or both.
        Assert.NotEmpty(errors);
        Assert.All(errors, error => Assert.True(
            error == "broken" || error.Contains("error serializing property \"title\": broken", StringComparison.Ordinal)));
    }
}
