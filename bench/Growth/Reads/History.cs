using System.Text.Json.Serialization;
using WorkoutLog.Storage;

namespace WorkoutLog.Bench.Growth.Reads;

/// <summary>A user with a given number of logs, as addressed by the measured calls.</summary>
/// <param name="Months">Number of months with workouts.</param>
/// <param name="Middle">Position after half of the logs.</param>
/// <param name="MiddleOfType">Position after half of the logs of the first type.</param>
internal sealed record History(string UserId, int Logs, int Months, [property: JsonIgnore] PagePlace Middle, [property: JsonIgnore] PagePlace MiddleOfType);

/// <summary>The end of a page, where the next one starts.</summary>
/// <param name="Cursor">The API's representation.</param>
/// <param name="Last">The store's representation.</param>
internal sealed record PagePlace(string Cursor, WorkoutId Last);
