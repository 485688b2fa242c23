using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Context;

internal sealed class MobileClientContext : IClientContext
{
    public IDictionary<string, string>? Environment { get; private init; }

    public IClientApplication? Client { get; private init; }

    public IDictionary<string, string>? Custom { get; private init; }

    /// <summary>Reads the Lambda-Runtime-Client-Context header; without it all members are null.</summary>
    public static MobileClientContext Parse(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return new MobileClientContext();
        }

        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new MobileClientContext
        {
            Environment = root.TextsOrNull("env"),
            Client = root.TryGetProperty("client", out var client) ? MobileClientApplication.Read(client) : null,
            Custom = root.TextsOrNull("custom"),
        };
    }
}
