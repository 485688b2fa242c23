using System.Collections.Immutable;
using WorkoutLog.Local.CloudWatch.MetricMath;
using WorkoutLog.Local.CloudWatch.Metrics;

namespace WorkoutLog.Local.CloudWatch.Queries;

/// <summary>Metrics and metric math that belong together.</summary>
internal sealed record MetricRequest(ImmutableArray<MetricQuery> Queries)
{
    /// <summary>The metrics that it reads.</summary>
    public IEnumerable<MetricId> Metrics => Queries.OfType<MetricQuery.Stored>().Select(query => query.Metric);

    /// <summary>The one line whose data is asked for.</summary>
    /// <exception cref="UserErrorException">There is none, or more than one.</exception>
    public MetricQuery Result => Queries.Where(query => query.ReturnData).ToArray() is [var result]
        ? result
        : throw new UserErrorException($"Of the metrics {string.Join(", ", Queries.Select(query => query.Id))} exactly one must return data.");

    /// <returns>A value a period; null where data is missing.</returns>
    /// <exception cref="UserErrorException">An expression can't be evaluated.</exception>
    public ImmutableArray<double?> Read(MetricQuery query, MetricStore store, TimeGrid grid) => new Reading(this, store, grid).Of(query).Spread(grid.Count);

    private sealed class Reading(MetricRequest request, MetricStore store, TimeGrid grid)
    {
        private readonly Dictionary<string, MathValue> _values = new(StringComparer.Ordinal);
        private readonly HashSet<string> _pending = new(StringComparer.Ordinal);

        public MathValue Of(MetricQuery query)
        {
            if (_values.TryGetValue(query.Id, out var known))
            {
                return known;
            }

            if (!_pending.Add(query.Id))
            {
                throw new UserErrorException($"The expression '{query.Id}' is part of itself.");
            }

            var value = query switch
            {
                MetricQuery.Stored stored => new MathValue.Series([.. store.Read(stored.Metric, stored.Statistic, grid)]),
                MetricQuery.Math math => new MathEvaluator(Find, request.Queries.OfType<MetricQuery.Stored>().Select(stored => stored.Id), grid.Count).Evaluate(math.Expression),
                _ => throw new InvalidOperationException($"{query.GetType()} is no known query."),
            };
            return _values[query.Id] = value;
        }

        private MathValue? Find(string id) => request.Queries.FirstOrDefault(query => query.Id == id) is { } query ? Of(query) : null;
    }
}
