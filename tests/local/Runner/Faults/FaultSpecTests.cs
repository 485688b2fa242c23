using WorkoutLog.Local.Runner.Faults;

namespace WorkoutLog.Local.Tests.Runner.Faults;

public sealed class FaultSpecTests
{
    [Fact]
    public void Reads_both_forms_of_a_rule()
    {
        var spec = FaultSpec.Parse(FaultSpec.Example, "example");

        Assert.Equal(1, spec.Seed);
        Assert.Collection(
            spec.Rules,
            rule => Assert.Equal(
                new FaultRule.Random(new ActionPattern("dynamodb:TransactWriteItems"), "ProcessWorkout", FaultKind.TransactionConflict, 0.05), rule),
            rule => Assert.Equal(
                new FaultRule.Random(new ActionPattern("ssm:*"), null, FaultKind.Latency, 1) { Latency = TimeSpan.FromSeconds(3) }, rule),
            rule => Assert.Equal<FaultKind?>([FaultKind.ResetAfterCommit, null, FaultKind.Throttle], Assert.IsType<FaultRule.Script>(rule).Steps.AsEnumerable()));
    }

    [Fact]
    public void Takes_no_rate_for_a_service_that_is_down()
    {
        var spec = FaultSpec.Parse("""{"faults":[{"action":"ssm:*","kind":"down"}]}""", "s");

        Assert.Equal(new FaultRule.Random(new ActionPattern("ssm:*"), null, FaultKind.Down, 1), Assert.Single(spec.Rules));
    }

    [Fact]
    public void Names_every_error_at_once()
    {
        const string Json = """
            {"seed":-1,"speed":2,"faults":[
              {"action":"dynamodb:PutItems","kind":"throttle","rate":0.5},
              {"action":"ssm:*","kind":"transactionConflict","rate":1.5,"function":3},
              {"action":"dynamodb:*","kind":"slow","rate":0},
              {"action":"dynamodb:*","kind":"latency","rate":1,"odd":true},
              {"action":"dynamodb:*","kind":"throttle","rate":1,"latencyMs":5},
              {"action":"dynamodb:*","kind":"throttle"},
              {"action":"ssm:*","kind":"down","rate":0.5},
              {"action":"dynamodb:*","script":["none","once"],"rate":1},
              {"rate":1},
              7]}
            """;

        var error = Assert.Throws<UserErrorException>(() => FaultSpec.Parse(Json, "spec.json"));

        const string Actions =
            "dynamodb:BatchGetItem, dynamodb:BatchWriteItem, dynamodb:DeleteItem, dynamodb:GetItem, dynamodb:PutItem, dynamodb:Query, "
            + "dynamodb:Scan, dynamodb:TransactGetItems, dynamodb:TransactWriteItems, dynamodb:UpdateItem, ssm:GetParameters";
        const string Kinds = "throttle, internalError, latency, resetBefore, resetAfterCommit, transactionConflict, transactionInProgress, down";
        const string Members = "action, function, kind, latencyMs, rate, script";
        Assert.Equal(
            [
                "spec.json is no specification of faults:",
                "  the specification.seed is -1; it must be a whole number from 0 to 2147483647",
                $"  faults[0].action is \"dynamodb:PutItems\"; it must fit at least one of {Actions}",
                "  faults[1].function is 3; it must be a text",
                "  faults[1].rate is 1.5; it must be a number above 0 and at most 1",
                "  faults[1]: transactionConflict can't happen to ssm:GetParameters",
                "  faults[2].rate is 0; it must be a number above 0 and at most 1",
                $"  faults[2].kind is \"slow\"; it must be one of {Kinds}",
                $"  faults[3] has the member \"odd\"; known are {Members}",
                "  faults[3].latencyMs is missing, which latency needs",
                "  faults[4].latencyMs means nothing without latency",
                "  faults[5].rate is missing",
                "  faults[6].rate means nothing beside kind \"down\", which lasts",
                "  faults[7].rate means nothing beside script",
                $"  faults[7].script[1] is \"once\"; it must be one of {Kinds}, none",
                "  faults[8].action is missing",
                "  faults[8] has neither kind nor script",
                "  faults[9] is 7; it must be an object",
                "  faults[9].action is missing",
                "  faults[9] has neither kind nor script",
                "  the specification has the member \"speed\"; known are faults, seed",
                $"Example: {FaultSpec.Example}",
            ],
            error.Message.Split(Environment.NewLine));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"seed":1,"seed":2,"faults":[]}""")]
    public void Refuses_what_is_no_JSON(string json)
    {
        var error = Assert.Throws<UserErrorException>(() => FaultSpec.Parse(json, "spec.json"));

        Assert.Contains("  it is not JSON: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_the_file_is_not_there()
    {
        var error = Assert.Throws<UserErrorException>(() => FaultSpec.Load("/nowhere/spec.json"));

        Assert.StartsWith("The faults can't be read: ", error.Message, StringComparison.Ordinal);
    }
}
