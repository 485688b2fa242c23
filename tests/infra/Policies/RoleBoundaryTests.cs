namespace WorkoutLog.Infra.Tests.Policies;

public class RoleBoundaryTests
{
    private const string Boundary = "arn:aws:iam::123456789012:policy/workout-log-prod-boundary";

    [Fact]
    public async Task Every_role_of_the_stack_has_the_boundary()
    {
        var graph = await ProgramRun.OfAsync("prod", ("permissionsBoundary", Boundary));

        var roles = graph.Resources.Where(resource => resource.Type == "aws:iam/role:Role").ToArray();
        Assert.Equal(3, roles.Length);
        Assert.All(roles, role => Assert.Equal(Boundary, role.Inputs["permissionsBoundary"]?.ToString()));
    }

    [Fact]
    public async Task Without_the_setting_no_role_has_one()
    {
        var graph = await ProgramRun.OfAsync("prod");

        Assert.All(
            graph.Resources.Where(resource => resource.Type == "aws:iam/role:Role"),
            role => Assert.Null(role.Inputs["permissionsBoundary"]));
    }
}
