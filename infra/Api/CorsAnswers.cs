using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api;

/// <summary>What API Gateway itself answers to pages of other origins (CORS).</summary>
/// <param name="Origins">Such as <c>https://app.example.org</c>; empty for an API that no page calls.</param>
internal sealed record CorsAnswers(ImmutableArray<string> Origins)
{
    private const string Options = "options";

    // The longest that Chromium keeps it; a change of the setting reaches every page within this time.
    private static readonly TimeSpan _kept = TimeSpan.FromHours(2);

    /// <summary>Of each answer that API Gateway makes without a function.</summary>
    /// <remarks>
    /// An answer of this kind can't depend on the list: gateway responses have no logic, and a header that repeats the caller's origin
    /// would repeat any. So with several origins it is open to all. It holds nothing of a user; and a page that is not in the list gets
    /// no further than the preflight, because a signed request needs one.
    /// </remarks>
    public ImmutableSortedDictionary<string, string> Headers => Origins.IsEmpty
        ? ImmutableSortedDictionary<string, string>.Empty
        : With(Origins is [var only] ? only : "*", (CrossOrigin.ExposeHeaders, CrossOrigin.Shown));

    /// <summary>Adds a method to each path of the routes that answers a browser's question whether a page may call it.</summary>
    public void AddPreflights(JsonObject paths, ImmutableArray<Route> routes)
    {
        if (Origins.IsEmpty)
        {
            return;
        }

        foreach (var ofPath in routes.GroupBy(route => route.Path))
        {
            var headers = With(
                Origins[0],
                (CrossOrigin.AllowMethods, string.Join(", ", ofPath.SelectMany(route => route.Methods).Order(StringComparer.Ordinal))),
                (CrossOrigin.AllowHeaders, CrossOrigin.Sent),
                (CrossOrigin.MaxAge, _kept.TotalSeconds.ToString(CultureInfo.InvariantCulture)));
            // Without security: a browser signs nothing that it asks by itself.
            paths[ofPath.Key]![Options] = MockIntegration.Operation(
                ofPath.Key, 204, "Which pages may call", headers, new JsonObject { [MediaTypes.Json] = Template }, content: null);
        }
    }

    // The first origin is the header's fixed value; another one that asks takes its place. A value is only ever one of the list, never
    // what the caller sent. Browsers write the name in lower case over HTTP/2, and API Gateway looks it up as it is written.
    private string Template => string.Concat(Origins.Skip(1).Select(origin =>
        $"#if($input.params(\"{HeaderNames.Origin}\") == \"{origin}\" || $input.params(\"origin\") == \"{origin}\")"
        + $"#set($context.responseOverride.header.{CrossOrigin.AllowOrigin} = \"{origin}\")#end"));

    private static ImmutableSortedDictionary<string, string> With(string origin, params ReadOnlySpan<(string Name, string Value)> others)
    {
        var headers = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        headers.Add(CrossOrigin.AllowOrigin, origin);
        headers.Add(HeaderNames.Vary, HeaderNames.Origin);
        foreach (var (name, value) in others)
        {
            headers.Add(name, value);
        }

        return headers.ToImmutable();
    }
}
