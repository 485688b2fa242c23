using System.Text.Json;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Moq;
using WorkoutLog.Domain;
using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Http.Runtime;

namespace WorkoutLog.Functions.Tests.Http;

public sealed class RuntimeRulesTests
{
    private static readonly string[] _names = ["/workout-log/test/max-duration-minutes", "/workout-log/test/supported-types"];

    private readonly Mock<IAmazonSimpleSystemsManagement> _parameters = new(MockBehavior.Strict);
    private readonly LogOutput _log = new();

    [Fact]
    public async Task Reads_both_values_in_one_call()
    {
        Answer(Value("max-duration-minutes", "600"), Value("supported-types", "SWIM,YOGA"));

        var rules = await ReadAsync();

        Assert.Equal(600, rules.MaxDurationMinutes);
        Assert.Equal(["SWIM", "YOGA"], rules.SupportedTypes);
        Assert.Empty(_log.Lines);
        _parameters.Verify(parameters => parameters.GetParametersAsync(It.IsAny<GetParametersRequest>(), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task Keeps_the_fallback_of_each_value_that_is_absent_or_invalid()
    {
        Answer(Value("max-duration-minutes", "-5"));

        var rules = await ReadAsync();

        Assert.Equal(1440, rules.MaxDurationMinutes);
        Assert.Equal(["RUN", "CYCLING"], rules.SupportedTypes);
        Assert.Equal(
            [
                ("WARN", "/workout-log/test/max-duration-minutes", "its value is not valid"),
                ("WARN", "/workout-log/test/supported-types", "there is no such parameter"),
            ],
            _log.Lines.Select(line => (Text(line, "level"), Text(line, "parameter"), Text(line, "reason"))));
    }

    [Fact]
    public async Task Copes_with_an_answer_without_a_list()
    {
        _parameters.Setup(parameters => parameters.GetParametersAsync(It.IsAny<GetParametersRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new GetParametersResponse());

        var rules = await ReadAsync();

        Assert.Equal(1440, rules.MaxDurationMinutes);
    }

    [Fact]
    public async Task Uses_the_fallback_when_SSM_can_not_be_reached()
    {
        _parameters.Setup(parameters => parameters.GetParametersAsync(It.IsAny<GetParametersRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new HttpRequestException("no route"));

        var rules = await ReadAsync();

        Assert.Same(Rules.Default.SupportedTypes, rules.SupportedTypes);
        var line = Assert.Single(_log.Lines);
        Assert.Equal(("WARN", "Parameters not read; deploy-time values in force"), (Text(line, "level"), Text(line, "message")));
    }

    private static string? Text(JsonElement line, string property) => line.GetProperty(property).GetString();

    private static Parameter Value(string name, string value) => new() { Name = $"/workout-log/test/{name}", Value = value };

    private void Answer(params Parameter[] values) => _parameters
        .Setup(parameters => parameters.GetParametersAsync(
            It.Is<GetParametersRequest>(request => request.Names.SequenceEqual(_names)),
            It.IsAny<CancellationToken>()))
        .ReturnsAsync(new GetParametersResponse { Parameters = [.. values] });

    private Task<WorkoutRules> ReadAsync() =>
        new RuntimeRules(_parameters.Object, _log.Log, TimeProvider.System).ReadAsync("/workout-log/test", Rules.Default);
}
