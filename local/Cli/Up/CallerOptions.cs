using System.Net;

namespace WorkoutLog.Local.Cli.Up;

/// <summary>Options of <c>up</c> that change what the API's policy sees of a caller.</summary>
internal sealed class CallerOptions
{
    public Option<bool> PlainHttp { get; } = new("--plain-http")
    {
        Description = "Let calls count as made without TLS (aws:SecureTransport is false); API Gateway itself serves TLS only",
    };

    public Option<IPAddress?> SourceIp { get; } = new("--source-ip")
    {
        Description = "Let calls count as made from this address (aws:SourceIp), such as 203.0.113.7",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (IPAddress.TryParse(text, out var address))
            {
                return address;
            }

            result.AddError($"--source-ip must be an IP address; received '{text}'.");
            return null;
        },
    };

    public LocalRunOptions Apply(ParseResult arguments, LocalRunOptions options) =>
        options with { PlainHttp = arguments.GetValue(PlainHttp), SourceIp = arguments.GetValue(SourceIp) };
}
