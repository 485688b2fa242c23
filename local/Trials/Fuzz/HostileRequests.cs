using WorkoutLog.Local.Fuzz.Generation;

namespace WorkoutLog.Local.Fuzz;

/// <summary>Valid values that a caller has received from the API.</summary>
/// <param name="UserId">A user with workouts.</param>
/// <param name="WorkoutId">One of them.</param>
/// <param name="Cursor">The cursor of the second page of the user's full list.</param>
public sealed record HostileContext(string UserId, string WorkoutId, string Cursor);

/// <summary>Creates hostile requests; the same seed creates the same requests, and each can be created alone.</summary>
public sealed class HostileRequests(int seed, HostileContext context)
{
    /// <summary>Part of every hostile value that has room for it, and of nothing else.</summary>
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
