using System.Text;
using BenchmarkDotNet.Attributes;
using WorkoutLog.Bench.Micro.Requests;
using WorkoutLog.Contracts;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http;
using WorkoutLog.Http.Json;
using WorkoutLog.ProcessWorkout;

namespace WorkoutLog.Bench.Micro.Benchmarks;

/// <summary>From the body of a <c>POST /workouts</c> to a workout, and to the answer.</summary>
public class PostBenchmarks
{
    private readonly byte[] _body = Encoding.UTF8.GetBytes(MeasuredRequest.Body);
    private readonly ApiRequest _request = MeasuredRequest.Of(new() { HttpMethod = "POST", Resource = "/workouts", Path = "/workouts" });
    private readonly HandledRequest _logWorkout = HandledRequest.LogWorkout();

    [Benchmark(Description = "parse a workout strictly")]
    public object Parse() => StrictJson.Read(
        _body, new WorkoutRequest { UserId = "", WorkoutType = "", DurationMinutes = 0 }, ProcessWorkoutJson.Default.WorkoutRequest);

    [Benchmark(Description = "parse and validate a workout")]
    public object ParseAndValidate() =>
        ReceivedWorkout.OfRequest(_body, _request, TimeProvider.System) is { Validation: WorkoutValidation.Accepted accepted }
            ? accepted
            : throw new InvalidOperationException("The measured body must be accepted.");

    [Benchmark(Description = "POST /workouts, without the network")]
    public Task<string> HandleAsync() => _logWorkout.HandleAsync();
}
