using WorkoutLog.Local.Plan.Documents;

namespace WorkoutLog.Local.Tests.Plan.Documents;

/// <summary>Changed values on one line.</summary>
public class ValueTextTests
{
    private const string Account = """{"StringEquals":{"aws:SourceAccount":"123456789012","aws:PrincipalOrgID":"o-1234567890","aws:RequestedRegion":"us-east-1"}}""";

    [Theory]
    [InlineData("256", "512", "256 → 512")]
    [InlineData(null, "512", "= 512")]
    [InlineData("\"INFO\"", null, "INFO → not set")]
    [InlineData("""["a","b"]""", """["b","c"]""", "+c, −a")]
    [InlineData("\"\"", "\"a\\nb\"", "\"\" → a⏎b")]
    [InlineData("\"arn:aws:sns:us-east-1:210987654321:pages\"", "\"arn:aws:sns:us-east-1:123456789012:pages\"", "sns:210987654321:pages → sns:pages")]
    public void Are_short(string? before, string? after, string text) => Assert.Equal(text, Change(before, after));

    [Fact]
    public void Show_the_difference_of_long_values_however_late_it_is() => Assert.Equal(
        """…equestedRegion":"us-east-1"}} → …equestedRegion":"us-west-2"}}""", Change(Account, Account.Replace("us-east-1", "us-west-2", StringComparison.Ordinal)));

    [Fact]
    public void Of_long_values_are_short_and_never_look_equal() => Prop.ForAll(
        Gen.Choose(0, 200).ToArbitrary(), Gen.Choose(0, 200).ToArbitrary(),
        (common, rest) =>
        {
            var (beginning, end) = (new string('x', common), new string('z', rest));
            var parts = Change($"\"{beginning}a{end}\"", $"\"{beginning}b{end}\"").Split(" → ");
            return parts.Length == 2 && parts[0] != parts[1] && parts.All(part => part.Length <= 72);
        }).QuickCheckThrowOnFailure();

    private static string Change(string? before, string? after) => ValueText.Change(Read(before), Read(after));

    private static JsonNode? Read(string? json) => json is null ? null : JsonNode.Parse(json);
}
