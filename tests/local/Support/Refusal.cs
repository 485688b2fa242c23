namespace WorkoutLog.Local.Tests;

/// <summary>The message of an expected user error.</summary>
internal static class Refusal
{
    public static string Of(Action action) => Assert.Throws<UserErrorException>(action).Message;

    public static string Of(Func<object?> action) => Assert.Throws<UserErrorException>(action).Message;

    public static async Task<string> OfAsync(Func<Task> action) => (await Assert.ThrowsAsync<UserErrorException>(action)).Message;
}
