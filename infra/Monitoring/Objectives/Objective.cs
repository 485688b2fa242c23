using System.Collections.Immutable;
using System.Globalization;
using WorkoutLog.Infra.Api;
using WorkoutLog.Infra.Monitoring.Alarms;

namespace WorkoutLog.Infra.Monitoring.Objectives;

/// <summary>A service level objective of a group of routes over <see cref="Days"/> days. Closed: one of the two nested types.</summary>
/// <param name="Routes">All routes of the group.</param>
/// <param name="AttainmentPercent">The target; the rest is the error budget.</param>
public abstract record Objective(string Group, ImmutableArray<Route> Routes, double AttainmentPercent)
{
    /// <summary>Length of the rolling interval.</summary>
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

    /// <summary>Group and indicator, such as <c>write-availability</c>.</summary>
    public string Name => $"{Group}-{Indicator}";

    /// <summary>The service level indicator, in one word.</summary>
    public abstract string Indicator { get; }

    /// <summary>The objective as a sentence without its full stop.</summary>
    public abstract string Sentence { get; }

    /// <summary>The kind of its burn-rate alarms.</summary>
    public abstract AlarmKind Kind { get; }

    /// <summary>Share of requests with a response other than 5xx.</summary>
    public sealed record Availability(string Group, ImmutableArray<Route> Routes, double AttainmentPercent)
        : Objective(Group, Routes, AttainmentPercent)
    {
        public override string Indicator => "availability";

        public override string Sentence =>
            string.Create(CultureInfo.InvariantCulture, $"{AttainmentPercent} % of requests to the {Group} routes succeed");

        public override AlarmKind Kind => AlarmKind.AvailabilityBurn;
    }

    /// <summary>Share of the minutes with requests in which every route's p99 latency is at most <paramref name="Milliseconds"/>.</summary>
    public sealed record Latency(string Group, ImmutableArray<Route> Routes, double AttainmentPercent, int Milliseconds)
        : Objective(Group, Routes, AttainmentPercent)
    {
        public override string Indicator => "latency";

        public override string Sentence => string.Create(
            CultureInfo.InvariantCulture,
            $"p99 latency of every {Group} route is at most {Milliseconds} ms in {AttainmentPercent} % of minutes");

        public override AlarmKind Kind => AlarmKind.LatencyBurn;
    }
}
