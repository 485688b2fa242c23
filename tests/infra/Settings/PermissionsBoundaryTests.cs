namespace WorkoutLog.Infra.Tests.Settings;

public class PermissionsBoundaryTests
{
    private const string Boundary = "arn:aws:iam::123456789012:policy/workout-log-dev-boundary";

    [Theory]
    [InlineData(Boundary)]
    [InlineData("arn:aws-us-gov:iam::123456789012:policy/teams/running/boundary")]
    public void A_boundary_is_a_managed_policy(string arn) =>
        Assert.Equal(arn, Configuration.Accept(("permissionsBoundary", arn)).PermissionsBoundary);

    [Theory]
    [InlineData("boundary")]
    [InlineData("arn:aws:iam::123456789012:role/boundary")]
    [InlineData("arn:aws:iam::1234:policy/boundary")]
    [InlineData("arn:aws:iam::123456789012:policy/")]
    public void Anything_else_is_refused(string text) =>
        Assert.Equal(
            Configuration.Error(
                "permissionsBoundary", text, "empty, or the ARN of a managed policy", $"set p:permissionsBoundary {Boundary}"),
            Configuration.Refuse(("permissionsBoundary", text)));
}
