using Pulumi;

namespace WorkoutLog.Offline.Tests.PulumiCore;

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
    public async Task Names_what_cannot_be_sent_and_where_it_stands(string expected, Func<ThingArgs> args)
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
    public async Task Refuses_an_empty_name_or_type_in_the_constructor(string? name, string type, string parameter)
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
    public async Task Reports_a_failed_output_as_itself_or_as_the_input_that_it_was_used_for()
    {
        var errors = await Evaluate.ErrorsAsync(() =>
            _ = new Thing("thing", new() { Title = Output.Create("x").Apply(string (_) => throw new RunException("broken")) }));

        // The package reports what it has noticed by then: either of the two or both.
        Assert.NotEmpty(errors);
        Assert.All(errors, error => Assert.True(
            error == "broken" || error.Contains("error serializing property \"title\": broken", StringComparison.Ordinal)));
    }
}
