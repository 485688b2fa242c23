using WorkoutLog.Infra.Policies;

namespace WorkoutLog.Local.Tests.Runner.Iam.Policies;

public sealed class ConditionTests
{
    [Theory]
    [InlineData("Bool", "false", "false", true)]
    [InlineData("Bool", "false", "true", false)]
    [InlineData("Bool", "True", "true", true)]
    [InlineData("StringEquals", "a", "a", true)]
    [InlineData("StringEquals", "a*", "ab", false)]
    [InlineData("StringLike", "a*", "ab", true)]
    [InlineData("ArnLike", "arn:aws:s3:::b*", "arn:aws:s3:::bucket", true)]
    [InlineData("ArnLike", "arn:aws:*:bucket", "arn:aws:s3:::bucket", false)]
    [InlineData("IpAddress", "203.0.113.0/24", "203.0.113.7", true)]
    [InlineData("IpAddress", "203.0.113.7", "203.0.113.7", true)]
    [InlineData("IpAddress", "203.0.113.7", "203.0.113.8", false)]
    [InlineData("IpAddress", "2001:db8::/32", "2001:db8::1", true)]
    [InlineData("IpAddress", "203.0.113.0/24", "2001:db8::1", false)]
    [InlineData("NotIpAddress", "203.0.113.0/24", "203.0.113.7", false)]
    [InlineData("NotIpAddress", "203.0.113.0/24", "198.51.100.1", true)]
    public void Compares_as_its_operator_says(string operation, string value, string actual, bool expected) =>
        Assert.Equal(expected, ConditionOperator.Holds(Of(operation, value), Context("key", actual)));

    [Fact]
    public void Holds_when_one_of_the_values_fits()
    {
        Assert.True(ConditionOperator.Holds(Of("IpAddress", "10.0.0.0/8", "203.0.113.0/24"), Context("key", "203.0.113.7")));
        Assert.False(ConditionOperator.Holds(Of("NotIpAddress", "10.0.0.0/8", "203.0.113.0/24"), Context("key", "203.0.113.7")));
    }

    [Theory]
    [InlineData("StringEquals", "a", false)]
    [InlineData("NotIpAddress", "10.0.0.0/8", true)]
    public void Without_its_key_holds_only_as_a_negation(string operation, string value, bool expected) =>
        Assert.Equal(expected, ConditionOperator.Holds(Of(operation, value), Context("other", "a")));

    [Fact]
    public void Finds_its_key_in_any_case() => Assert.True(ConditionOperator.Holds(Of("Bool", "true"), Context("KEY", "true")));

    private static PolicyCondition Of(string operation, params string[] values) => new(operation, "key", [.. values]);

    private static ImmutableDictionary<string, string> Context(string key, string value) =>
        ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase).Add(key, value);
}
