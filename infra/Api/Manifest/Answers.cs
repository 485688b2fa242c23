using System.Collections.Immutable;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api.Manifest;

/// <summary>Common forms of a response.</summary>
internal static class Answers
{
    public const string VersionOfWorkout = "The version of the workout, in quotation marks";

    public static RouteAnswer Json<TBody>(int status, string description, params ReadOnlySpan<(string Name, string Description)> headers) =>
        new(status, description, [new RouteContent(MediaTypes.Json, typeof(TBody))], Headers(headers));

    public static RouteAnswer Empty(int status, string description) => new(status, description, [], Headers());

    public static ImmutableSortedDictionary<string, string> Headers(params ReadOnlySpan<(string Name, string Description)> headers)
    {
        var builder = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, description) in headers)
        {
            builder.Add(name, description);
        }

        return builder.ToImmutable();
    }
}
