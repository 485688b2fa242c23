using System.Collections.Immutable;

namespace WorkoutLog.Infra.Api.Examples;

/// <summary>Puts the requests of the examples together.</summary>
internal static class Requests
{
    public static ExampleRequest Of<TBody>(TBody body) => new() { Body = ExampleJson.Write(body) };

    public static ExampleRequest OfUser(string userId) => new() { Path = Map((PathParameters.UserId, userId)) };

    public static ExampleRequest OfWorkout(string workoutId, string userId = ExampleValues.Athlete) => new()
    {
        Path = Map((PathParameters.UserId, userId), (PathParameters.WorkoutId, workoutId)),
    };

    public static ExampleRequest WithBody<TBody>(this ExampleRequest request, TBody body) => request with { Body = ExampleJson.Write(body) };

    public static ExampleRequest WithQuery(this ExampleRequest request, params ReadOnlySpan<(string Name, string Value)> values) =>
        request with { Query = Map(values) };

    public static ExampleRequest WithHeader(this ExampleRequest request, string name, string value) =>
        request with { Headers = request.Headers.Add(name, value) };

    public static ExampleRequest ByAthlete(this ExampleRequest request) => request with { Caller = ExampleCaller.Athlete };

    private static ImmutableSortedDictionary<string, string> Map(params ReadOnlySpan<(string Name, string Value)> values)
    {
        var builder = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            builder.Add(name, value);
        }

        return builder.ToImmutable();
    }
}
