using System.Net;

namespace WorkoutLog.Local.Cli.Up;

/// <summary>Options of <c>up</c> that change the caller's properties in the API's resource policy.</summary>
internal sealed class CallerOptions
{
    public Option<bool> PlainHttp { get; } = new("--plain-http")
    {
        Description = "Treat calls as made without TLS (aws:SecureTransport is false); API Gateway itself serves only TLS",
    };

    public Option<IPAddress?> SourceIp { get; } = new("--source-ip")
    {
        Description = "Treat calls as made from this address (aws:SourceIp), such as 203.0.113.7",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (IPAddress.TryParse(text, out var address))
            {
                return address;
            }

            result.AddError($"--source-ip must be an IP address; got \"{text}\".");
            return null;
        },
    };

    public LocalRunOptions Apply(ParseResult arguments, LocalRunOptions options) =>
        options with { PlainHttp = arguments.GetValue(PlainHttp), SourceIp = arguments.GetValue(SourceIp) };
}
