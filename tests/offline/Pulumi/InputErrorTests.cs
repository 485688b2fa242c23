using Pulumi;

namespace WorkoutLog.Offline.Tests.PulumiCore;

public class InputErrorTests
{
    private const string Namespace = "WorkoutLog.Offline.Tests.PulumiCore";

    [Fact]
    public async Task Names_a_required_property_that_is_missing()
    {
        var failure = await Evaluate.FailureAsync(() => _ = new Thing("thing", new()));

        Assert.Contains(
            $"System.ArgumentNullException: [Input] {Namespace}.ThingArgs.Title is required but was not given a value (Parameter 'Title')",
            failure.Message,
            StringComparison.Ordinal);
        Assert.StartsWith("Running program '", failure.Message, StringComparison.Ordinal);
        Assert.Contains("' failed with an unhandled exception:\n", failure.Message, StringComparison.Ordinal);
        Assert.Null(failure.InnerException);
    }

    [Fact]
    public async Task Names_the_property_that_holds_arguments_with_a_missing_one()
    {
        var failure = await Evaluate.FailureAsync(() => _ = new Thing("thing", new() { Title = "t", Part = new PartArgs() }));

        Assert.Contains(
            $"System.InvalidOperationException: error serializing property \"part\": [Input] {Namespace}.PartArgs.Label is required but was not given a value (Parameter 'Label')",
            failure.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_a_type_that_cannot_be_sent_and_where_it_stands()
    {
        var failure = await Evaluate.FailureAsync(() => _ = new Thing("thing", new() { Title = "t", Big = 5L }));

        Assert.Contains(
            "error serializing property \"big\": System.Int64 is not a supported argument type.\n\tresource:thing[test:index:Thing].big.id",
            failure.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1.5f, "System.Single")]
    [InlineData('c', "System.Char")]
    public async Task Refuses_simple_types_that_the_wire_does_not_know(object value, string type)
    {
        var failure = await Evaluate.FailureAsync(() => _ = new Thing("thing", new() { Title = "t", Anything = value }));

        Assert.Contains($"\"anything\": {type} is not a supported argument type.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_the_way_into_nested_values()
    {
        var failure = await Evaluate.FailureAsync(() => _ = new Thing("thing", new()
        {
            Title = "t",
            Anything = new Dictionary<string, object> { ["a"] = new object[] { 1, Guid.Empty } },
        }));

        Assert.Contains("\tresource:thing[test:index:Thing].anything.id.a[1]", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_keys_that_are_not_texts()
    {
        var failure = await Evaluate.FailureAsync(
            () => _ = new Thing("thing", new() { Title = "t", Anything = new Dictionary<int, string> { [1] = "x" } }));

        Assert.Contains("Dictionaries are only supported with string keys:", failure.Message, StringComparison.Ordinal);
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
        {
            var broken = Output.Create("x").Apply(string (_) => throw new RunException("broken"));
            _ = new Thing("thing", new() { Title = broken });
        });

        // The package reports what it has noticed by then: either of the two or both.
        Assert.NotEmpty(errors);
        Assert.All(errors, error => Assert.True(
            error == "broken" || error.Contains("error serializing property \"title\": broken", StringComparison.Ordinal)));
    }
}
