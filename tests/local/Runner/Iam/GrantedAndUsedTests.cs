using System.Collections.Immutable;
using WorkoutLog.Local.Runner.Aws;
using WorkoutLog.Local.Runner.Iam;
using WorkoutLog.Local.Runner.Iam.Policies;

namespace WorkoutLog.Local.Tests.Runner.Iam;

public sealed class GrantedAndUsedTests
{
    private static readonly ImmutableDictionary<string, FunctionRole> _roles = ImmutableDictionary<string, FunctionRole>.Empty
        .Add("Reader", Role(Policy.Allow("dynamodb:Get*", "arn:t"), Policy.Allow("xray:PutTraceSegments", "*")))
        .Add("Writer", Role(Policy.Allow("dynamodb:PutItem", "arn:t"), Policy.Allow("dynamodb:GetItem", "arn:t")));

    [Fact]
    public void Counts_the_uses_of_each_right_by_its_own_function()
    {
        var rows = GrantedAndUsed.Compare(
            _roles,
            [
                new CallRecord("Reader", "dynamodb:GetItem", "arn:t", true),
                new CallRecord("Reader", "dynamodb:GetItem", "arn:t", true),
                new CallRecord("Writer", "dynamodb:PutItem", "arn:t", true),
            ]);

        Assert.Equal(
            [("Reader", "dynamodb:Get*", 2, false), ("Reader", "xray:PutTraceSegments", 0, false), ("Writer", "dynamodb:GetItem", 0, true), ("Writer", "dynamodb:PutItem", 1, false)],
            rows.Select(row => (row.Function, row.Action, row.Used, row.IsUnused)));
    }

    [Fact]
    public void Counts_what_was_denied()
    {
        var rows = GrantedAndUsed.Compare(_roles, [new CallRecord("Writer", "dynamodb:Scan", "arn:t", false), new CallRecord("Writer", "dynamodb:Scan", "arn:t", false)]);

        Assert.Equal(new GrantRow("Writer", "dynamodb:Scan", "arn:t", Granted: false, Used: 0, Denied: 2, Unseen: null), rows[^1]);
    }

    [Fact]
    public void Says_why_a_use_can_not_be_seen() => Assert.Equal(
        ["Lambda sends the traces; none are sent here"], GrantedAndUsed.Compare(_roles, []).Select(row => row.Unseen).OfType<string>());

    private static FunctionRole Role(params ImmutableArray<Policy> policies) => new("arn:aws:iam::1:role/r", "arn:aws:sts::1:assumed-role/r/s", policies);
}
