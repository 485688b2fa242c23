using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api;

/// <summary>API Gateway's own CORS responses.</summary>
/// <param name="Origins">Such as <c>https://app.example.org</c>; empty for an API without CORS.</param>
internal sealed record CorsAnswers(ImmutableArray<string> Origins)
{
    private const string Options = "options";

    // Chromium's maximum; a change of the setting reaches every page within this time.
    private static readonly TimeSpan _kept = TimeSpan.FromHours(2);

    /// <summary>Headers of responses that API Gateway returns without a function.</summary>
    /// <remarks>
    /// Such a response cannot depend on the list: gateway responses have no logic, and echoing the caller's origin would allow any. So with
    /// several origins the header is <c>*</c>. The response has no user data, and a page outside the list fails at the preflight, which
    /// every signed request needs.
    /// </remarks>
    public ImmutableSortedDictionary<string, string> Headers => Origins.IsEmpty
        ? ImmutableSortedDictionary<string, string>.Empty
        : With(Origins is [var only] ? only : "*", (CrossOrigin.ExposeHeaders, CrossOrigin.ExposedHeaders));

    /// <summary>Adds a method to each path that answers preflight requests.</summary>
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
                (CrossOrigin.AllowHeaders, CrossOrigin.AllowedHeaders),
                (CrossOrigin.MaxAge, _kept.TotalSeconds.ToString(CultureInfo.InvariantCulture)));
            // Without security: browsers do not sign preflights.
            paths[ofPath.Key]![Options] = MockIntegration.Operation(
                ofPath.Key, 204, "CORS preflight response", headers, new JsonObject { [MediaTypes.Json] = Template }, content: null);
        }
    }

    // The header's default is the first origin, overridden when another origin of the list asks. The value is always from the list, never
    // the caller's. Browsers send the header name in lower case over HTTP/2, and API Gateway's lookup is case-sensitive.
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
