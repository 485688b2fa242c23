using WorkoutLog.Local.Fuzz.Generation;

namespace WorkoutLog.Local.Fuzz;

/// <summary>What a caller has seen of the API before it turns hostile.</summary>
/// <param name="UserId">A user with workouts.</param>
/// <param name="WorkoutId">One of them.</param>
/// <param name="Cursor">The one behind the first page of the user's whole list.</param>
public sealed record HostileContext(string UserId, string WorkoutId, string Cursor);

/// <summary>Makes hostile requests; the same seed makes the same ones, and each can be made alone.</summary>
public sealed class HostileRequests(int seed, HostileContext context)
{
    /// <summary>Stands in every hostile value that has room for it, and nowhere else.</summary>
    public const string Marker = "h0st1le";

    private static readonly (int Weight, Func<Hostility, HostileRequest> Create)[] _kinds =
    [
        (5, HostileBodies.Json),
        (6, HostileBodies.Field),
        (4, HostileBodies.Bytes),
        (3, HostileBatches.Create),
        (5, HostilePaths.Create),
        (4, HostileQueries.Create),
        (4, HostileCursors.Create),
        (5, HostileHeaders.Create),
        (2, HostileHeaders.ContentType),
        (1, OversizeRequests.Create),
        (1, UnknownRoutes.Create),
        (2, ForeignData.Create),
    ];

    private static readonly int _total = _kinds.Sum(kind => kind.Weight);

    public HostileRequest Create(int index)
    {
        var random = new Random(unchecked((seed * 1_000_003) + index));
        int place = random.Next(_total);
        foreach (var (weight, create) in _kinds)
        {
            if (place < weight)
            {
                return create(new Hostility(random, $"{Marker}-{index}", context));
            }

            place -= weight;
        }

        throw new InvalidOperationException("The weights do not add up.");
    }
}
