using System.Globalization;
using WorkoutLog.Infra.Policies;

namespace WorkoutLog.Infra.Tests.Policies;

public class ApiPoliciesTests
{
    [Fact]
    public void Delegates_to_identity_policies_and_denies_everybody_else()
    {
        var policy = ApiPolicies.Call("123456789012", "us-east-1", "v1", [], []).ToJson();

        Assert.Equal(
            """
            {"Version":"2012-10-17","Statement":[
            {"Sid":"AllowByIdentityPolicy","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},
            "Action":["execute-api:Invoke"],"Resource":["arn:aws:execute-api:us-east-1:123456789012:*/v1/*"]},
            {"Sid":"RefusePlainText","Effect":"Deny","Principal":{"AWS":"*"},
            "Action":["execute-api:Invoke"],"Resource":["arn:aws:execute-api:us-east-1:123456789012:*/*"],"Condition":{"Bool":{"aws:SecureTransport":["false"]}}}]}
            """.ReplaceLineEndings(""),
            policy);
    }

    [Fact]
    public void Denies_other_networks_when_some_are_allowed()
    {
        var policy = ApiPolicies.Call("123456789012", "us-east-1", "v1", ["192.0.2.0/24", "2001:db8::/32"], []);

        Assert.Equal(["AllowByIdentityPolicy", "RefusePlainText", "RefuseOtherNetworks"], policy.Statement.Select(statement => statement.Sid));
        Assert.EndsWith(
            """
            ,{"Sid":"RefuseOtherNetworks","Effect":"Deny","Principal":{"AWS":"*"},"Action":["execute-api:Invoke"],
            "Resource":["arn:aws:execute-api:us-east-1:123456789012:*/*"],"Condition":{"NotIpAddress":{"aws:SourceIp":["192.0.2.0/24","2001:db8::/32"]}}}]}
            """.ReplaceLineEndings(""),
            policy.ToJson(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Preflights_are_public_and_nothing_else_is()
    {
        var statement = ApiPolicies.Call("123456789012", "us-east-1", "v1", [], ["https://app.example.org"]).Statement[^1];

        Assert.Equal(("AllowPreflight", PolicyEffect.Allow), (statement.Sid, statement.Effect));
        Assert.Equal([PolicyPrincipal.Everybody], statement.Principal.AsEnumerable());
        Assert.Equal(["arn:aws:execute-api:us-east-1:123456789012:*/v1/OPTIONS/*"], statement.Resource.AsEnumerable());
    }

    [Fact]
    public void Stays_within_API_Gateways_limit_with_the_maximum_number_of_networks()
    {
        var networks = Enumerable.Range(0, 100).Select(i => string.Create(CultureInfo.InvariantCulture, $"2001:db8:1234:5678:9abc:def0:1234:{i + 4096:x}/128"));

        var policy = ApiPolicies.Call("123456789012", "us-east-1", "v1", [.. networks], ["https://app.example.org"]).ToJson();

        Assert.InRange(policy.Length, 0, 8_192);
    }

    [Fact]
    public void API_Gateway_may_log_for_every_API_of_the_account_and_region()
    {
        var statement = Assert.Single(ApiPolicies.WriteLogs("123456789012", "us-east-1").Statement);

        // The permissions of AWS's managed policy AmazonAPIGatewayPushToCloudWatchLogs.
        Assert.Equal(
            ["CreateLogGroup", "CreateLogStream", "DescribeLogGroups", "DescribeLogStreams", "FilterLogEvents", "GetLogEvents", "PutLogEvents"],
            statement.Action.Select(action => action.Replace("logs:", "", StringComparison.Ordinal)));
        Assert.Equal(["arn:aws:logs:us-east-1:123456789012:log-group:*"], statement.Resource.AsEnumerable());
    }

    [Fact]
    public void Only_API_Gateway_may_assume_the_logging_role()
    {
        Assert.Equal(
            """{"Version":"2012-10-17","Statement":[{"Sid":"ApiGatewayLogs","Effect":"Allow","Principal":{"Service":"apigateway.amazonaws.com"},"Action":["sts:AssumeRole"]}]}""",
            ApiPolicies.LoggingTrust().ToJson());
    }
}
