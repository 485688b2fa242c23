using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Context;

internal sealed class CognitoIdentity : ICognitoIdentity
{
    public string? IdentityId { get; private init; }

    public string? IdentityPoolId { get; private init; }

    /// <summary>Reads the Lambda-Runtime-Cognito-Identity header; without it both ids are null.</summary>
    public static CognitoIdentity Parse(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return new CognitoIdentity();
        }

        using var document = JsonDocument.Parse(json);
        return new CognitoIdentity
        {
            IdentityId = document.RootElement.TextOrNull("cognitoIdentityId"),
            IdentityPoolId = document.RootElement.TextOrNull("cognitoIdentityPoolId"),
        };
    }
}
