namespace WorkoutLog.Infra.Tests.Components;

public class RuntimeParametersTests
{
    [Fact]
    public async Task Parameters_have_the_stacks_path_and_its_settings()
    {
        var graph = await ProgramRun.OfAsync("prod", ("maxDurationMinutes", "600"), ("maxDistanceKm", "1200"), ("workoutTypes", """["RUN","SWIM"]"""));

        Assert.Equal(
            [
                "/workout-log/prod/max-duration-minutes String 600",
                "/workout-log/prod/max-distance-km String 1200",
                "/workout-log/prod/max-calories-burned String 20000",
                "/workout-log/prod/max-notes-length String 1000",
                "/workout-log/prod/max-hours-ahead String 24",
                "/workout-log/prod/earliest-year String 2000",
                "/workout-log/prod/supported-types StringList RUN,SWIM",
            ],
            graph.OfType("aws:ssm/parameter:Parameter").Select(parameter => $"{parameter.Inputs["name"]} {parameter.Inputs["type"]} {parameter.Inputs["value"]}"));
    }
}
