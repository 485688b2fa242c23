using System.Globalization;
using System.Text.Json.Nodes;
using WorkoutLog.Local.Client;

namespace WorkoutLog.Bench.Growth.Reads;

/// <summary>Measures calls on histories of growing length.</summary>
/// <remarks>Calls and lengths alternate, so that disturbances affect all of them alike.</remarks>
internal sealed class ReadMeasurement(MeasuredStack stack, GrowthOptions options, Action<string> say)
{
    // Reading every log of the longest history takes seconds.
    private static readonly TimeSpan _inProcessBudget = TimeSpan.FromSeconds(10);

    private readonly StoreReads _storage = new(stack);

    public async Task<ReadGrowth> RunAsync(CancellationToken cancellation)
    {
        say("Seeding …");
        var histories = new List<History>();
        foreach (int logs in options.Sizes)
        {
            histories.Add(await new Histories(stack, say).CreateAsync(logs, cancellation));
        }

        var throughApi = await MeasureApiAsync(histories, cancellation);
        say("Storage in process …");
        return new ReadGrowth(
            histories,
            throughApi,
            [
                new("months read and added up", await MeasureInProcessAsync(histories, _storage.ReadMonthsAsync, cancellation)),
                new(StoreReads.EveryLog, await MeasureInProcessAsync(histories, _storage.ReadEveryLogAsync, cancellation)),
            ],
            await MeasureCapacityAsync(histories, cancellation));
    }

    private async Task<List<Series<Latency>>> MeasureApiAsync(List<History> histories, CancellationToken cancellation)
    {
        string type = stack.Types[0];
        var reads = ApiRead.All(type);
        var times = new Dictionary<(string Name, History History), List<TimeSpan>>();
        int warmUps = Math.Max(1, options.Repetitions / 10);
        say($"{options.Repetitions} calls of each kind and history through the API, after {warmUps} to warm up …");
        for (int round = -warmUps; round < options.Repetitions; round++)
        {
            foreach (History history in histories)
            {
                foreach (ApiRead read in reads)
                {
                    Keep(read.Name, history, await TimeAsync(() => stack.CallAsync(HttpMethod.Get, read.PathOf(history), null, 200, cancellation)));
                }

                string json = NewWorkout.JsonOf(history.UserId, type);
                Keep(StoreReads.Create, history, await TimeCreateAsync(history, NewWorkout.Path, json, 201, cancellation));
                string batch = NewWorkout.BatchOf(history.UserId, type);
                Keep(StoreReads.Batch, history, await TimeCreateAsync(history, NewWorkout.BatchPath, batch, 200, cancellation));
            }

            // Discards warm-up results.
            if (round == -1)
            {
                times.Clear();
            }

            if (round > 0 && round % 50 == 0)
            {
                say(string.Create(CultureInfo.InvariantCulture, $"  {round} of {options.Repetitions}"));
            }
        }

        return
        [
            .. reads.Select(read => read.Name).Concat([StoreReads.Create, StoreReads.Batch])
                .Select(name => new Series<Latency>(name, [.. histories.Select(history => Latency.Of(times[(name, history)]))])),
        ];

        void Keep(string name, History history, TimeSpan time)
        {
            if (!times.TryGetValue((name, history), out var kept))
            {
                times[(name, history)] = kept = [];
            }

            kept.Add(time);
        }
    }

    private async Task<TimeSpan> TimeCreateAsync(History history, string path, string json, int status, CancellationToken cancellation)
    {
        ApiAnswer? created = null;
        TimeSpan time = await TimeAsync(async () => created = await stack.CallAsync(HttpMethod.Post, path, json, status, cancellation));
        JsonNode body = created!.Json;
        // Keeps the history's length.
        foreach (JsonNode? workout in body["results"] is JsonArray results ? results.Select(result => result!["workout"]) : [body])
        {
            string id = workout!["workoutId"]!.GetValue<string>();
            await stack.CallAsync(HttpMethod.Delete, $"/workouts/{history.UserId}/{id}", null, 204, cancellation);
        }

        return time;
    }

    private async Task<List<Latency>> MeasureInProcessAsync(List<History> histories, Func<History, Task<Units>> call, CancellationToken cancellation)
    {
        const int WarmUps = 50;
        const int Least = 3;
        for (int number = 0; number < WarmUps; number++)
        {
            // The shortest one: only the code needs warming up.
            await call(histories[0]);
        }

        var latencies = new List<Latency>();
        foreach (History history in histories)
        {
            var times = new List<TimeSpan>();
            var spent = TimeSpan.Zero;
            while (times.Count < options.Repetitions && (times.Count < Least || spent < _inProcessBudget))
            {
                cancellation.ThrowIfCancellationRequested();
                times.Add(await TimeAsync(() => call(history)));
                spent += times[^1];
            }

            latencies.Add(Latency.Of(times));
        }

        return latencies;
    }

    private async Task<List<Series<Units>>> MeasureCapacityAsync(List<History> histories, CancellationToken cancellation)
    {
        say("Capacity …");
        var series = new List<Series<Units>>();
        foreach ((string name, Func<History, Task<Units>> call) in _storage.All)
        {
            var units = new List<Units>();
            foreach (History history in histories)
            {
                cancellation.ThrowIfCancellationRequested();
                units.Add(await call(history));
            }

            series.Add(new(name, units));
        }

        return series;
    }

    private async Task<TimeSpan> TimeAsync(Func<Task> call)
    {
        long start = stack.Time.GetTimestamp();
        await call();
        return stack.Time.GetElapsedTime(start);
    }
}
