using System.Collections.Immutable;

namespace WorkoutLog.Infra.Api.Examples;

/// <summary>The values of the examples that others refer to, and those that the API makes up anew each time.</summary>
public static class ExampleValues
{
    /// <summary>The user whose workouts the examples are about; as a caller, also its Cognito identity.</summary>
    public const string Athlete = "athlete-1";

    public const string OtherAthlete = "athlete-2";

    /// <summary>In every problem; anew with each answer.</summary>
    public const string RequestId = "8c2f6a0e-3d51-4b7a-9f0e-6d2b1c4e7a95";

    /// <summary>Of the form of an id, and of no workout.</summary>
    public const string UnknownId = "AAZRW838RgAAAAAAAAAAAA";

    // The first half of an id is the workout's moment, so each fits its timestamp.
    internal const string RunId = "AAZRW838RgBfHJp-K4BNNg";
    internal const string RideId = "AAZRcgREwACj0HxR6U9rKA";
    internal const string SwimId = "AAZRg2i8SwAX5rTSCYxfow";
    internal const string WalkId = "AAZRorHjO5rILkXwcWrZOw";

    /// <summary>The time of the request, where the client said none.</summary>
    internal const string Now = "2026-05-12T18:04:31.274906Z";

    internal const string ListCursor = "AQAGUXIERMAAo9B8UelPayhuv7ILxZoyyo59Hs7W9MuI";

    /// <summary>
    /// Stands in an answer for what the API then made up, and in all later requests and answers, also inside of other text, for the same:
    /// the ids of workouts, the cursor of a page, the time of a request.
    /// </summary>
    public static ImmutableArray<string> MadeUp { get; } = [RunId, RideId, SwimId, WalkId, Now, ListCursor];
}
