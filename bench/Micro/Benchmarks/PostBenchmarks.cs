using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using BenchmarkDotNet.Attributes;
using WorkoutLog.Contracts;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http;
using WorkoutLog.Http.Json;
using WorkoutLog.ProcessWorkout;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Bench.Micro.Benchmarks;

/// <summary>From the body of a <c>POST /workouts</c> to a workout, and on to the answer.</summary>
public class PostBenchmarks
{
    private const string Body = """
        {
          "userId": "athlete-1",
          "workoutType": "RUN",
          "durationMinutes": 42.5,
          "caloriesBurned": 480,
          "distanceKm": 8.4,
          "notes": "Felt good, a bit windy on the way back home.",
          "workoutTimestamp": "2026-05-09T07:30:00+02:00"
        }
        """;

    private readonly byte[] _body = Encoding.UTF8.GetBytes(Body);
    private readonly LogWorkoutHandler _handler = new(new WorkoutLogger(Creation()), TimeProvider.System);

    private readonly APIGatewayProxyRequest _event = new()
    {
        HttpMethod = "POST",
        Resource = "/workouts",
        Path = "/workouts",
        Body = Body,
        Headers = new Dictionary<string, string> { [HeaderNames.ContentType] = MediaTypes.Json },
    };

    private readonly ApiRequest _request;

    public PostBenchmarks() => _request = MeasuredRequest.Of(_event);

    [Benchmark(Description = "read a workout by the letter")]
    public object Parse() => StrictJson.Read(
        _body, new WorkoutRequest { UserId = "", WorkoutType = "", DurationMinutes = 0 }, ProcessWorkoutJson.Default.WorkoutRequest);

    [Benchmark(Description = "read and validate a workout")]
    public object ParseAndValidate() =>
        ReceivedWorkout.OfRequest(_body, _request, TimeProvider.System) is { Validation: WorkoutValidation.Accepted accepted }
            ? accepted
            : throw new InvalidOperationException("The measured body must be accepted.");

    [Benchmark(Description = "POST /workouts but for the network")]
    public async Task<string> HandleAsync()
    {
        APIGatewayProxyResponse answer = await _handler.HandleAsync(MeasuredRequest.Of(_event));
        return answer.StatusCode == 201 ? answer.Body : throw new InvalidOperationException($"The measured request was answered {answer.StatusCode}.");
    }

    private static WorkoutCreation Creation() =>
        new(new InstantDynamoDb([]), new StorageTables("logs", "stats"), new DynamoDbRetry(TimeProvider.System), TimeProvider.System);
}
