using WorkoutLog.Local.Runner.Api;
using WorkoutLog.Local.Tests.Support;

namespace WorkoutLog.Local.Tests.Runner.Api;

public sealed class InvokePermissionsTests
{
    private const string Method = "arn:aws:execute-api:us-east-1:123456789012:api1234567/v1/GET/stats/{userId}";

    [Theory]
    [InlineData("arn:aws:execute-api:us-east-1:123456789012:api1234567/v1/GET/stats/*", "Echo-1a2b3c4", "live", true)]
    [InlineData("arn:aws:execute-api:us-east-1:123456789012:api1234567/*/*/*", SampleGraph.FunctionArn, "live", true)]
    [InlineData("arn:aws:execute-api:us-east-1:123456789012:api1234567/v1/POST/stats/*", "Echo-1a2b3c4", "live", false)]
    [InlineData("arn:aws:execute-api:us-east-1:123456789012:other/v1/GET/stats/*", "Echo-1a2b3c4", "live", false)]
    [InlineData("arn:aws:execute-api:us-east-1:123456789012:api1234567/*/*/*", "Echo-1a2b3c4", null, false)]
    [InlineData("arn:aws:execute-api:us-east-1:123456789012:api1234567/*/*/*", "Other-1a2b3c4", "live", false)]
    public void Compares_source_function_and_qualifier(string sourceArn, string function, string? qualifier, bool allowed)
    {
        var permissions = new InvokePermissions([SampleGraph.Permission(sourceArn, function, qualifier)]);

        Assert.Equal(allowed, permissions.Allow("Echo-1a2b3c4", SampleGraph.AliasArn, Method));
    }

    [Fact]
    public void Denies_without_a_permission() => Assert.False(new InvokePermissions([]).Allow("Echo-1a2b3c4", SampleGraph.AliasArn, Method));

    [Fact]
    public void Ignores_the_permission_of_another_principal()
    {
        var permission = SampleGraph.Permission("*");
        permission.Inputs["principal"] = "events.amazonaws.com";

        Assert.False(new InvokePermissions([permission]).Allow("Echo-1a2b3c4", SampleGraph.AliasArn, Method));
    }
}
