using System.Text.Json.Serialization;
using WorkoutLog.Storage;

namespace WorkoutLog.Bench.Growth.Reads;

/// <summary>A user of a given number of logs, as the measured calls name it.</summary>
/// <param name="Months">That have workouts.</param>
/// <param name="Middle">Half of the logs lie behind it.</param>
/// <param name="MiddleOfType">Half of the logs of the first type lie behind it.</param>
internal sealed record History(string UserId, int Logs, int Months, [property: JsonIgnore] PagePlace Middle, [property: JsonIgnore] PagePlace MiddleOfType);

/// <summary>The end of a page, from which the next one goes on.</summary>
/// <param name="Cursor">As the API knows it.</param>
/// <param name="Last">As storage knows it.</param>
internal sealed record PagePlace(string Cursor, WorkoutId Last);
