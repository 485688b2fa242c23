using Amazon.Lambda.Core;
using Moq;
using WorkoutLog.Http;

namespace WorkoutLog.Functions.Tests.Support;

/// <summary>Invocations as Lambda passes them, by their remaining time.</summary>
internal static class Invocations
{
    private static readonly TimeSpan _plenty = TimeSpan.FromMinutes(5);

    public static ILambdaContext Long => Within(_plenty);

    /// <param name="traceHeader">X-Ray's, as the Runtime API passes it.</param>
    public static ILambdaContext Traced(string? traceHeader)
    {
        var context = new Mock<ILambdaContext>(MockBehavior.Strict);
        context.SetupGet(c => c.RemainingTime).Returns(_plenty);
        context.SetupGet(c => c.TraceId).Returns(traceHeader!);
        return context.Object;
    }

    public static ILambdaContext Within(TimeSpan remainingTime) => new UnattendedInvocation("invocation-1", remainingTime);
}
