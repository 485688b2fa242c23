namespace WorkoutLog.Local.Tests.Runner.Faults;

public sealed class FaultSpecTests
{
    [Fact]
    public void Reads_both_forms_of_a_rule_and_needs_no_rate_for_a_service_that_is_down()
    {
        var spec = FaultSpec.Parse(FaultSpec.Example, "example");

        Assert.Equal(1, spec.Seed);
        Assert.Equal(
            new FaultRule.Random(new ActionPattern("ssm:*"), null, FaultKind.Down, 1), Assert.Single(FaultSpec.Parse("""{"faults":[{"action":"ssm:*","kind":"down"}]}""", "s").Rules));
        Assert.Collection(
            spec.Rules,
            rule => Assert.Equal(new FaultRule.Random(new ActionPattern("dynamodb:TransactWriteItems"), "ProcessWorkout", FaultKind.TransactionConflict, 0.05), rule),
            rule => Assert.Equal(new FaultRule.Random(new ActionPattern("ssm:*"), null, FaultKind.Latency, 1) { Latency = TimeSpan.FromSeconds(3) }, rule),
            rule => Assert.Equal<FaultKind?>([FaultKind.ResetAfterCommit, null, FaultKind.Throttle], Assert.IsType<FaultRule.Script>(rule).Steps.AsEnumerable()));
    }

    /// <summary><c>errors.txt</c>: a specification with every kind of error, followed by the expected messages.</summary>
    [Fact]
    public void Reports_all_errors_together()
    {
        var file = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Runner", "Faults", "errors.txt")).Split("\n\n");

        Assert.Equal($"{file[1]}Example: {FaultSpec.Example}", Refusal.Of(() => FaultSpec.Parse(file[0], "spec.json")).ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"seed":1,"seed":2,"faults":[]}""")]
    public void Rejects_invalid_JSON(string json) => Assert.Contains("  it is not JSON: ", Refusal.Of(() => FaultSpec.Parse(json, "spec.json")), StringComparison.Ordinal);

    [Fact]
    public void Reports_a_missing_file() =>
        Assert.StartsWith("The faults can't be read: ", Refusal.Of(() => FaultSpec.Load("/nowhere/spec.json")), StringComparison.Ordinal);
}
