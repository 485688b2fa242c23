using System.Text;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.Local.Fuzz.Generation;

/// <summary>What a generator makes a request of.</summary>
/// <param name="Mark">To be planted in hostile values; a good user id.</param>
internal sealed record Hostility(Random Random, string Mark, HostileContext Context)
{
    public T Pick<T>(IReadOnlyList<T> choices) => choices[Random.Next(choices.Count)];

    public bool Chance(double probability) => Random.NextDouble() < probability;

    /// <summary>A text of the corpus, mostly with the mark in it.</summary>
    public string Text()
    {
        string text = Pick(HostileTexts.All);
        return Random.Next(4) switch
        {
            0 => text,
            1 => Mark + text,
            2 => text + Mark,
            _ => text + Mark + Pick(HostileTexts.All),
        };
    }

    /// <summary>A body that is good but for the values that are given in its place.</summary>
    public string Body(string durationMinutes = "30", string userId = "", string more = "") =>
        $$"""{"userId":"{{(userId.Length == 0 ? Mark : userId)}}","workoutType":"RUN","durationMinutes":{{durationMinutes}}{{more}}}""";

    /// <summary>Of a workout that is there.</summary>
    public string WorkoutPath => $"/workouts/{Context.UserId}/{Context.WorkoutId}";

    public static bool IsUserId(string text) => UserIdRule.Check(text) is null;

    /// <summary>Percent-encoded, also what is not Unicode.</summary>
    public static string Encode(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(value => $"%{value:X2}"));
}
