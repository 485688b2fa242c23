using System.Globalization;
using WorkoutLog.Local.Client;

namespace WorkoutLog.Bench.Growth.Writes;

/// <summary>Measures writes by a growing number of concurrent clients.</summary>
internal sealed class WriteMeasurement(MeasuredStack stack, GrowthOptions options, Action<string> say)
{
    /// <summary>The levels with one user per client, then those with one user, whose writes contend for one month row.</summary>
    public async Task<IReadOnlyList<WriteLevel>> RunAsync(CancellationToken cancellation)
    {
        var levels = new List<WriteLevel>();
        foreach (bool oneUser in (bool[])[false, true])
        {
            foreach (int concurrency in GrowthOptions.Concurrencies)
            {
                say($"{concurrency} clients write for {(oneUser ? "one user" : "one user each")} …");
                levels.Add(await MeasureAsync(concurrency, oneUser, cancellation));
            }
        }

        return levels;
    }

    private async Task<WriteLevel> MeasureAsync(int concurrency, bool oneUser, CancellationToken cancellation)
    {
        string kind = oneUser ? "one" : "each";
        string[] users =
        [
            .. Enumerable.Range(0, concurrency).Select(client => string.Create(
                CultureInfo.InvariantCulture, $"writes-{kind}-{concurrency}-{(oneUser ? 0 : client)}")),
        ];
        // Starts one process per client.
        var warmUp = TimeSpan.FromSeconds(Math.Max(1, options.Seconds / 4));
        await Task.WhenAll(users.Select(user => WriteAsync(user, warmUp, cancellation)));

        long start = stack.Time.GetTimestamp();
        var ofEach = await Task.WhenAll(users.Select(user => WriteAsync(user, TimeSpan.FromSeconds(options.Seconds), cancellation)));
        double seconds = stack.Time.GetElapsedTime(start).TotalSeconds;

        (int Status, TimeSpan Time)[] answers = [.. ofEach.SelectMany(each => each)];
        TimeSpan[] created = [.. answers.Where(answer => answer.Status == 201).Select(answer => answer.Time)];
        return new WriteLevel(
            concurrency,
            oneUser,
            seconds,
            created.Length == 0 ? null : Latency.Of(created),
            answers.CountBy(answer => answer.Status).OrderBy(status => status.Key).ToDictionary());
    }

    private async Task<List<(int Status, TimeSpan Time)>> WriteAsync(string userId, TimeSpan duration, CancellationToken cancellation)
    {
        // Lets the other clients start while this one signs its first request.
        await Task.Yield();
        string body = NewWorkout.JsonOf(userId, stack.Types[0]);
        var answers = new List<(int Status, TimeSpan Time)>();
        long start = stack.Time.GetTimestamp();
        while (stack.Time.GetElapsedTime(start) < duration)
        {
            long sent = stack.Time.GetTimestamp();
            ApiAnswer answer = await stack.Api.SendAsync(HttpMethod.Post, NewWorkout.Path, body, [], cancellation);
            answers.Add(((int)answer.Status, stack.Time.GetElapsedTime(sent)));
        }

        return answers;
    }
}
