using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;

namespace WorkoutLog.Http.Metrics;

/// <summary>Counters of a request. Safe for concurrent use.</summary>
public sealed class RequestMetrics
{
    /// <summary>Replaces types that are not configured, which would create an unbounded number of metrics.</summary>
    internal const string NoType = "";

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Totals> _logged = new(StringComparer.Ordinal);

    /// <summary>Refused fields.</summary>
    public int ValidationErrors { get; private set; }

    /// <summary>Writes that an earlier request had already done.</summary>
    public int IdempotentReplays { get; private set; }

    /// <summary>New workouts by configured type, in order.</summary>
    internal IReadOnlyDictionary<string, Totals> Logged => _logged;

    public void CountRefused(int fields)
    {
        lock (_lock)
        {
            ValidationErrors += fields;
        }
    }

    public void CountReplay()
    {
        lock (_lock)
        {
            IdempotentReplays++;
        }
    }

    /// <param name="rules">For the configured types.</param>
    public void CountLogged(Workout workout, WorkoutRules rules)
    {
        var type = rules.SupportedTypes.Contains(workout.Type) ? workout.Type : NoType;
        lock (_lock)
        {
            _logged[type] = _logged.GetValueOrDefault(type) + Totals.Of(workout);
        }
    }
}
