namespace WorkoutLog.Local.Tests.Runner.Aws;

public sealed class ParameterStoreTests
{
    private const string Limit = "/workout-log/dev/max-duration-minutes";

    private static readonly ParameterStore _store = new(
        [SampleGraph.Parameter(Limit, "String", "1440"), SampleGraph.Parameter("/workout-log/dev/supported-types", "StringList", "RUN,CYCLING")], DateTimeOffset.UnixEpoch);

    [Fact]
    public void Serves_the_declared_parameters_by_name_or_ARN_and_lists_names_that_are_not_declared_as_invalid()
    {
        var answer = _store.GetParameters(Request(Limit, "/workout-log/dev/supported-types"));

        Assert.Equal(
            """
            {"Name":"/workout-log/dev/max-duration-minutes","Type":"String","Value":"1440","Version":1,"ARN":"arn:aws:ssm:us-east-1:123456789012:parameter/workout-log/dev/max-duration-minutes","DataType":"text","LastModifiedDate":0}
            """,
            answer["Parameters"]![0]!.ToJsonString());
        Assert.Equal("RUN,CYCLING", answer["Parameters"]![1]!["Value"]!.GetValue<string>());
        Assert.Equal("[]", answer["InvalidParameters"]!.ToJsonString());

        answer = _store.GetParameters(Request("arn:aws:ssm:us-east-1:123456789012:parameter" + Limit, "/other"));

        Assert.Equal("1440", Assert.Single(answer["Parameters"]!.AsArray())!["Value"]!.GetValue<string>());
        Assert.Equal("""["/other"]""", answer["InvalidParameters"]!.ToJsonString());
    }

    [Fact]
    public void Counts_the_changes_of_a_value()
    {
        var other = SampleGraph.Parameter("/other", "String", "1");
        var later = new ParameterStore([SampleGraph.Parameter(Limit, "String", "60"), other], DateTimeOffset.UnixEpoch.AddSeconds(5), _store);
        var latest = new ParameterStore([SampleGraph.Parameter(Limit, "String", "60"), other], DateTimeOffset.UnixEpoch.AddSeconds(9), later);

        Assert.Equal([("60", 2, 5.0), ("1", 1, 5.0)], latest.GetParameters(Request(Limit, "/other"))["Parameters"]!.AsArray().Select(parameter =>
            (parameter!["Value"]!.GetValue<string>(), parameter["Version"]!.GetValue<int>(), parameter["LastModifiedDate"]!.GetValue<double>())));
    }

    [Fact]
    public void Refuses_more_than_ten_names_and_none_at_all()
    {
        var error = Assert.Throws<ArgumentException>(() => _store.GetParameters(Request([.. Enumerable.Range(0, 11).Select(number => $"/p{number}")])));

        Assert.EndsWith("failed to satisfy constraint: Member must have length less than or equal to 10", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => _store.GetParameters([]));
    }

    private static JsonObject Request(params string[] names) => new() { ["Names"] = new JsonArray([.. names.Select(name => (JsonNode?)name)]) };
}
