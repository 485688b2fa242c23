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
    [InlineData("StringNotLike", "a*", "ab", false)]
    [InlineData("StringNotEquals", "a*", "ab", true)]
    [InlineData("Null", "false", "a", true)]
    [InlineData("ArnLike", "arn:aws:s3:::b*", "arn:aws:s3:::bucket", true)]
    [InlineData("ArnLike", "arn:aws:*:bucket", "arn:aws:s3:::bucket", false)]
    [InlineData("IpAddress", "203.0.113.0/24", "203.0.113.7", true)]
    [InlineData("IpAddress", "203.0.113.7", "203.0.113.7", true)]
    [InlineData("IpAddress", "203.0.113.7", "203.0.113.8", false)]
    [InlineData("IpAddress", "2001:db8::/32", "2001:db8::1", true)]
    [InlineData("IpAddress", "203.0.113.0/24", "2001:db8::1", false)]
    [InlineData("NotIpAddress", "203.0.113.0/24", "203.0.113.7", false)]
    [InlineData("NotIpAddress", "203.0.113.0/24", "198.51.100.1", true)]
    // One of the values is enough.
    [InlineData("IpAddress", "10.0.0.0/8 203.0.113.0/24", "203.0.113.7", true)]
    [InlineData("NotIpAddress", "10.0.0.0/8 203.0.113.0/24", "203.0.113.7", false)]
    // Each of several values of the key must be one of the policy's.
    [InlineData("ForAllValues:StringEquals", "a b", "b\na", true)]
    [InlineData("ForAllValues:StringEquals", "a b", "a\nc", false)]
    [InlineData("ForAllValues:StringEquals", "a b", "a", true)]
    // Keys are case-insensitive; without the key, only a negated operator holds.
    [InlineData("Bool", "true", "true", true, "KEY")]
    [InlineData("StringEquals", "a", "a", false, "other")]
    [InlineData("Null", "false", "a", false, "other")]
    [InlineData("NotIpAddress", "10.0.0.0/8", "a", true, "other")]
    public void Compares_as_its_operator_says(string operation, string values, string actual, bool expected, string key = "key") => Assert.Equal(
        expected,
        ConditionOperator.Holds(
            new PolicyCondition(operation, "key", [.. values.Split(' ')]), ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase).Add(key, actual)));
}
