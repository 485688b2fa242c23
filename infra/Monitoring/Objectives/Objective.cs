using System.Collections.Immutable;
using System.Globalization;
using WorkoutLog.Infra.Api;
using WorkoutLog.Infra.Monitoring.Alarms;

namespace WorkoutLog.Infra.Monitoring.Objectives;

/// <summary>What a group of routes promises over <see cref="Days"/> days. Closed: one of the two nested types.</summary>
/// <param name="Routes">All routes of the group.</param>
/// <param name="AttainmentPercent">How much must be good; the rest is the error budget.</param>
public abstract record Objective(string Group, ImmutableArray<Route> Routes, double AttainmentPercent)
{
    /// <summary>Rolling: the last so many.</summary>
    public const int Days = 30;

    /// <summary>Availability and latency of each group of routes.</summary>
    public static ImmutableArray<Objective> OfGroups(
        ImmutableArray<Route> routes, double availablePercent, double fastPercent, int fastMilliseconds) =>
    [
        .. routes.GroupBy(route => route.Group).SelectMany(group => new Objective[]
        {
            new Availability(group.Key, [.. group], availablePercent),
            new Latency(group.Key, [.. group], fastPercent, fastMilliseconds),
        }),
    ];

    /// <summary>Group and promise, such as <c>write-availability</c>.</summary>
    public string Name => $"{Group}-{Promise}";

    /// <summary>One word.</summary>
    public abstract string Promise { get; }

    /// <summary>What is promised, as a sentence without its full stop.</summary>
    public abstract string Sentence { get; }

    /// <summary>Of the alarms on the speed at which the error budget goes.</summary>
    public abstract AlarmKind Kind { get; }

    /// <summary>Of all requests, so many get an answer other than 5xx.</summary>
    public sealed record Availability(string Group, ImmutableArray<Route> Routes, double AttainmentPercent)
        : Objective(Group, Routes, AttainmentPercent)
    {
        public override string Promise => "availability";

        public override string Sentence =>
            string.Create(CultureInfo.InvariantCulture, $"{AttainmentPercent} % of the requests to the {Group} routes do not fail");

        public override AlarmKind Kind => AlarmKind.AvailabilityBurn;
    }

    /// <summary>In so many of the minutes with requests, 99 of 100 requests to each route are answered in time.</summary>
    public sealed record Latency(string Group, ImmutableArray<Route> Routes, double AttainmentPercent, int Milliseconds)
        : Objective(Group, Routes, AttainmentPercent)
    {
        public override string Promise => "latency";

        public override string Sentence => string.Create(
            CultureInfo.InvariantCulture,
            $"In {AttainmentPercent} % of the minutes, 99 % of the requests to each of the {Group} routes take up to {Milliseconds} milliseconds");

        public override AlarmKind Kind => AlarmKind.LatencyBurn;
    }
}
