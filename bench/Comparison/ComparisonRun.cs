namespace WorkoutLog.Bench.Comparison;

/// <summary>Measures all contestants in turn, round by round, so that disturbances affect all of them alike.</summary>
internal sealed class ComparisonRun(TestBed bed, ComparisonOptions options, Action<string> say, TimeProvider time)
{
    /// <exception cref="Local.UserErrorException">A function failed.</exception>
    public async Task<IReadOnlyList<ContestantRuns>> MeasureAsync(IReadOnlyList<Contestant> contestants, CancellationToken cancellation)
    {
        ContestantRuns[] all = [.. contestants.Select(contestant => new ContestantRuns(contestant.Name))];
        var runner = new FunctionRunner(bed, options.MemoryMiB, time);
        for (int round = 1 - ComparisonOptions.RoundsBefore; round <= options.Rounds; round++)
        {
            say(round < 1 ? "Warming up …" : $"Round {round} of {options.Rounds} …");
            foreach (var (place, (contestant, runs)) in contestants.Zip(all).Index())
            {
                // A new user per round, so that the statistics cover the same number of workouts.
                string user = $"user-{place}-{round + ComparisonOptions.RoundsBefore}";
                FunctionRun logWorkout = await runner.RunAsync(contestant.LogWorkout, Events(() => bed.Events.LogWorkout(user)), cancellation);
                FunctionRun getStats = await runner.RunAsync(contestant.GetStats, Events(() => bed.Events.GetStats(user)), cancellation);
                if (round > 0)
                {
                    runs.LogWorkout.Add(logWorkout);
                    runs.GetStats.Add(getStats);
                }
            }
        }

        return all;
    }

    private byte[][] Events(Func<byte[]> create) => [.. Enumerable.Range(0, options.Warm + 1).Select(_ => create())];
}
