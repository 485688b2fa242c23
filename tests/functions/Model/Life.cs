using System.Collections.Immutable;

namespace WorkoutLog.Functions.Tests.Model;

/// <summary>A workout from the request that logs it to the last one about it.</summary>
/// <param name="HasExternalId">Whether the client also gives the workout an external id.</param>
public sealed record Life(DateTimeOffset Timestamp, WorkoutContent First, bool HasExternalId, ImmutableArray<FollowUp> FollowUps)
{
    public static Arbitrary<ImmutableArray<Life>> Some()
    {
        var quantity = Gen.OneOf(
            Gen.Constant<decimal?>(null),
            Gen.Choose(0, 9_999).Select(number => (decimal?)number),
            from number in Gen.Choose(0, int.MaxValue) from scale in Gen.Choose(7, 18) select (decimal?)new decimal(number, 0, 0, false, (byte)scale));
        var content =
            from type in Gen.Elements("RUN", "CYCLING")
            from cents in Gen.Choose(1, 144_000)
            from calories in quantity
            from distance in quantity
            select new WorkoutContent(type, cents / 100m, calories, distance is > 1_000 ? 1_000 : distance);
        // Around the end of a year with last days in the first week of the next year.
        var timestamp =
            from minute in Gen.Choose(0, 20 * 24 * 60)
            from quarters in Gen.Choose(-56, 56)
            select new DateTimeOffset(2024, 12, 20, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute).ToOffset(TimeSpan.FromMinutes(15 * quarters));
        Gen<FollowUp> FollowUpOf(DateTimeOffset first) => Gen.Frequency(
            (2, Gen.Constant<FollowUp>(new FollowUp.Replay())),
            (1, Gen.Constant<FollowUp>(new FollowUp.ReuseKey())),
            (2, content.Select(other => (FollowUp)new FollowUp.SendExternalId(other))),
            (4, from edited in content from withVersion in Gen.Elements(true, false) select (FollowUp)new FollowUp.Edit(edited, withVersion, To: null)),
            (4, from edited in content
                from withVersion in Gen.Elements(true, false)
                from to in Gen.Frequency((3, timestamp), (1, Gen.Constant(first)))
                select (FollowUp)new FollowUp.Edit(edited, withVersion, to)),
            (1, content.Select(edited => (FollowUp)new FollowUp.StaleEdit(edited))),
            (2, Gen.Constant<FollowUp>(new FollowUp.Delete())));
        var life =
            from moment in timestamp
            from first in content
            from hasExternalId in Gen.Elements(true, false)
            from count in Gen.Choose(0, 6)
            from followUps in FollowUpOf(moment).ListOf(count)
            select new Life(moment, first, hasExternalId, [.. followUps]);
        return (from count in Gen.Choose(0, 8) from lives in life.ListOf(count) select lives.ToImmutableArray()).ToArbitrary();
    }
}

/// <summary>One request in the life of a workout, after the one that logged it.</summary>
public abstract record FollowUp
{
    private FollowUp()
    {
    }

    /// <summary>The first request again, under its key.</summary>
    public sealed record Replay : FollowUp;

    /// <summary>Another request under the key of the first.</summary>
    public sealed record ReuseKey : FollowUp;

    /// <summary>Another request, without a key, under the <c>externalId</c> of the first; none where that has none.</summary>
    public sealed record SendExternalId(WorkoutContent Content) : FollowUp;

    /// <param name="WithVersion">Whether the edit names the version that it replaces.</param>
    /// <param name="To">Where it moves the workout; null for a workout that stays.</param>
    public sealed record Edit(WorkoutContent Content, bool WithVersion, DateTimeOffset? To) : FollowUp;

    /// <summary>An edit with a version that the workout does not have.</summary>
    public sealed record StaleEdit(WorkoutContent Content) : FollowUp;

    public sealed record Delete : FollowUp;
}
