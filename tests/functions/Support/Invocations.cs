using Amazon.Lambda.Core;
using WorkoutLog.Http.Startup;

namespace WorkoutLog.Functions.Tests.Support;

/// <summary>Invocations as Lambda hands them over, by the time that they have left.</summary>
internal static class Invocations
{
    private static readonly TimeSpan _plenty = TimeSpan.FromSeconds(20);

    public static ILambdaContext Long => Within(_plenty);

    public static ILambdaContext Within(TimeSpan remainingTime) => new UnattendedInvocation("invocation-1", remainingTime);
}
