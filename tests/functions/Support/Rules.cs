using Amazon.SimpleSystemsManagement;
using Moq;
using WorkoutLog.Domain;
using WorkoutLog.Http.Runtime;

namespace WorkoutLog.Functions.Tests.Support;

internal static class Rules
{
    public static WorkoutRules Default { get; } = new(1440, ["RUN", "CYCLING"]);

    /// <summary>Rules of the deployment that are never refreshed: <paramref name="time"/> stands still.</summary>
    public static RuntimeRules Deployed(Log log, FixedTime time) =>
        new(new Mock<IAmazonSimpleSystemsManagement>(MockBehavior.Strict).Object, "/workout-log/test", Default, log, new MetricOutput().Writer, time);
}
