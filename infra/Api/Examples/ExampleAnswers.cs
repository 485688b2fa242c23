using System.Collections.Immutable;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api.Examples;

/// <summary>Puts the answers of the examples together.</summary>
internal static class ExampleAnswers
{
    private static readonly ImmutableSortedDictionary<string, string> _noHeaders = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public static ExampleAnswer Json<TBody>(int status, TBody body, params ReadOnlySpan<(string Name, string Value)> headers)
    {
        var answer = new ExampleAnswer(status, MediaTypes.Json, _noHeaders, ExampleJson.Write(body));
        foreach (var (name, value) in headers)
        {
            answer = answer with { Headers = answer.Headers.Add(name, value) };
        }

        return answer;
    }

    public static ExampleAnswer Csv(params IEnumerable<string> records) =>
        new(200, MediaTypes.Csv, _noHeaders, string.Concat(records.Select(record => record + "\r\n")));

    public static ExampleAnswer Empty(int status) => new(status, null, _noHeaders, null);

    public static ExampleAnswer Problem(Problem problem) => new(problem.Status, MediaTypes.Problem, _noHeaders, ExampleJson.Write(problem));
}
