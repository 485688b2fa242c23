using System.Text.Json;

namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>An authorizer's result: its own keys, and the claims of a token.</summary>
public class APIGatewayCustomAuthorizerContext : Dictionary<string, object>
{
    private Dictionary<string, string> _claims;

    /// <summary>The text claims under the key <c>claims</c>; empty when there are none.</summary>
    public Dictionary<string, string> Claims
    {
        get => _claims ??= ReadClaims();
        set => _claims = value;
    }

    private Dictionary<string, string> ReadClaims() =>
        TryGetValue("claims", out var value) && value is JsonElement claims
            ? claims.EnumerateObject()
                .Where(claim => claim.Value.ValueKind == JsonValueKind.String)
                .ToDictionary(claim => claim.Name, claim => claim.Value.GetString())
            : [];
}
