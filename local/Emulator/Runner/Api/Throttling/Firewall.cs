namespace WorkoutLog.Local.Runner.Api.Throttling;

/// <summary>The rate rules of a web ACL (<c>aws:wafv2/webAcl:WebAcl</c>); its other rules are not emulated.</summary>
/// <remarks>AWS WAF estimates its counts and checks them every few seconds. Here each request counts immediately.</remarks>
internal sealed class Firewall(ImmutableArray<RateRule> rules, TimeProvider clock)
{
    private readonly Dictionary<(RateRule Rule, string Key), Queue<DateTimeOffset>> _requests = [];

    /// <summary>Whether a rule blocks the request; later rules do not count a blocked request.</summary>
    public bool Blocks(SignedRequest request, IPAddress source) => rules.Any(rule => rule.KeyOf(request, source) is { } key && IsAbove(rule, key));

    // Blocked requests count too: a client that keeps sending stays blocked.
    private bool IsAbove(RateRule rule, string key)
    {
        var now = clock.GetUtcNow();
        lock (_requests)
        {
            if (!_requests.TryGetValue((rule, key), out var times))
            {
                _requests[(rule, key)] = times = new();
            }

            times.Enqueue(now);
            while (times.Peek() <= now - rule.Window || times.Count > rule.Limit + 1)
            {
                times.Dequeue();
            }

            return times.Count > rule.Limit;
        }
    }
}

/// <summary>A rate rule of a web ACL.</summary>
/// <param name="Header">Header whose values are counted separately; null counts by source address.</param>
/// <param name="Path">Regular expression for the path of counted requests; null counts all.</param>
public sealed record RateRule(string Name, int Limit, TimeSpan Window, string? Header, string? Path)
{
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(1);

    /// <summary>Rules in priority order.</summary>
    /// <exception cref="UserErrorException">A rule counts by a key that a local run does not support.</exception>
    public static ImmutableArray<RateRule> From(ImmutableArray<GraphResource> acls) =>
    [
        .. from acl in acls
           from rule in acl.Inputs.Objects("rules")
           orderby rule.Number("priority")
           let rate = rule.At("statement", "rateBasedStatement") as JsonObject
           where rate is not null
           select Read(rule.Word("name"), rate),
    ];

    /// <summary>Null for a request that the rule does not count.</summary>
    internal string? KeyOf(SignedRequest request, IPAddress source) =>
        Path is not null && !Regex.IsMatch(Uri.UnescapeDataString(request.RawPath), Path, RegexOptions.None, _timeout) ? null
        : Header is null ? source.ToString()
        : request.Header(Header);

    private static RateRule Read(string name, JsonObject rate)
    {
        var header = (rate.Text("aggregateKeyType"), rate.Objects("customKeys").ToArray()) switch
        {
            ("IP", _) => null,
            ("CUSTOM_KEYS", [{ Count: 1 } key]) when key.At("header") is JsonObject only => only.Word("name"),
            _ => throw new UserErrorException(
                $"The firewall's rule '{name}' counts by {rate.Text("aggregateKeyType")}; a local run supports only IP, and CUSTOM_KEYS with one header."),
        };
        var path = rate.At("scopeDownStatement") is null ? null
            : rate.At("scopeDownStatement", "regexMatchStatement", "fieldToMatch", "uriPath") is not null ? rate.Word("scopeDownStatement", "regexMatchStatement", "regexString")
            : throw new UserErrorException($"The firewall's rule '{name}' counts some of the requests; a local run supports only a regular expression for the path.");
        return new RateRule(name, (int)rate.Number("limit")!.Value, TimeSpan.FromSeconds(rate.Number("evaluationWindowSec") ?? 300), header, path);
    }
}
