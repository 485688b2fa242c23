using WorkoutLog.Local.Plan;
using WorkoutLog.Local.Plan.Output;
using WorkoutLog.Local.Tests.Cost;

namespace WorkoutLog.Local.Tests.Plan.Output;

/// <summary>The picture of a plan in the documentation: a route is added with the right that it needs, and a setting changes.</summary>
public sealed class PlanPictureTests(Stacks stacks) : IClassFixture<Stacks>
{
    [Fact]
    public void Is_what_the_command_prints()
    {
        var file = Path.Combine(Repository.Find(AppContext.BaseDirectory).Root, "docs", "images", "plan.svg");
        var plan = Plan();

        var picture = TerminalPicture.Of("./workout plan --base origin/main --stack dev", console => PlanText.Write(plan with { Base = "origin/main (1093d13f6)" }, console));

        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(file, picture);
        }

        Assert.Equal(File.ReadAllText(file), picture);
    }

    [Fact]
    public void Shows_a_route_a_setting_and_a_refusal()
    {
        var plan = Plan();

        Assert.Equal("2 to create, 4 to update, 1 to replace, 0 to delete; refused: widened-access of QueryWorkouts-role", PlanSummary.Of(plan));
        Assert.Contains(plan.Changes, change => ChangeText.Details(change).Contains("body: + route GET /workouts/{userId}/export → QueryWorkouts, awsSigv4"));
        Assert.Contains(plan.Changes, change => ChangeText.Details(change).Contains("memorySize 128 → 256"));
    }

    private DeploymentPlan Plan()
    {
        var before = stacks.Dev
            .Without("Permission", "QueryWorkouts-exportWorkouts")
            .Without("RolePolicy", "logs-query-QueryWorkouts-role")
            .WithInputs("Function", "QueryWorkouts", inputs => inputs["memorySize"] = 128)
            .WithInputs("Deployment", "api-deployment", inputs => inputs["triggers"]!["body"] = new string('0', 64))
            .WithDocument("RestApi", "api", "body", body => body["paths"]!.AsObject().Remove("/workouts/{userId}/export"));
        // A sum over the whole API would be another one with each change of it.
        return GraphEdit.Plan(before, stacks.Dev.WithInputs("Deployment", "api-deployment", inputs => inputs["triggers"]!["body"] = new string('1', 64)));
    }
}
