using Moq;
using Pulumi;
using Pulumi.Testing;
using WorkoutLog.Local;

namespace WorkoutLog.Infra.Tests.Settings;

public class BadConfigurationTests
{
    [Fact]
    public async Task All_errors_are_reported_and_nothing_is_registered()
    {
        var configuration = StackConfiguration.Load(Repository.Find(AppContext.BaseDirectory), "dev");
        configuration.Values["workout-log:capacityMin"] = "many";
        configuration.Values["workout-log:throttleRate"] = "0";
        var mocks = new Mock<IMocks>(MockBehavior.Strict);

        var exception = await Assert.ThrowsAsync<RunException>(() => ProgramRun.OfAsync(configuration, mocks));

        Assert.Equal(
            """
            The configuration of stack dev is not valid; nothing was registered.
              workout-log:capacityMin must be a whole number from 1 to 40000 (capacity units); got "many".
                Fix: pulumi config set workout-log:capacityMin 10 --stack dev
              workout-log:throttleRate must be a number above 0, up to 10000 (requests per second); got "0".
                Fix: pulumi config set workout-log:throttleRate 100 --stack dev
            """.ReplaceLineEndings("\n"),
            exception.Message.ReplaceLineEndings("\n"));
        mocks.Verify(mock => mock.NewResourceAsync(It.IsAny<MockResourceArgs>()), Times.Never);
    }

    [Fact]
    public async Task A_deployment_shows_the_errors_without_a_stack_trace()
    {
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", """{"aws:region":"us-east-1","workout-log:capcity":"onDemand"}""");

        // As Deployment.RunAsync<WorkoutStack>() creates the stack.
        var exception = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync<WorkoutStack>(
            new Mock<IMocks>(MockBehavior.Strict).Object,
            new TestOptions { ProjectName = "workout-log", StackName = "dev", RootDirectory = AppContext.BaseDirectory }));

        Assert.Equal(
            """
            The configuration of stack dev is not valid; nothing was registered.
              workout-log:capcity is not a setting; did you mean capacity?
                Fix: pulumi config rm workout-log:capcity --stack dev
                Fix: pulumi config set workout-log:capacity onDemand --stack dev
            """.ReplaceLineEndings("\n"),
            exception.Message.ReplaceLineEndings("\n"));
    }
}
