namespace WorkoutLog.Local.Runner.Iam;

/// <param name="Date">Day of the credential scope, <c>yyyyMMdd</c>.</param>
/// <param name="SignedHeaders">Lower-case names as the client listed them.</param>
/// <param name="Signature">Hexadecimal.</param>
public sealed record AuthorizationHeader(
    string AccessKeyId, string Date, string Region, string Service, ImmutableArray<string> SignedHeaders, string Signature)
{
    public const string Algorithm = "AWS4-HMAC-SHA256";
    private const string Terminator = "aws4_request";
    private static readonly ImmutableArray<string> _required = ["Credential", "Signature", "SignedHeaders"];

    public string Scope => $"{Date}/{Region}/{Service}/{Terminator}";

    public override string ToString() =>
        $"{Algorithm} Credential={AccessKeyId}/{Scope}, SignedHeaders={string.Join(';', SignedHeaders)}, Signature={Signature}";

    /// <returns>The header, or AWS's error message.</returns>
    public static (AuthorizationHeader? Header, string Error) Parse(string text)
    {
        if (!text.StartsWith(Algorithm + " ", StringComparison.Ordinal))
        {
            return (null, $"Authorization header requires '{Algorithm}' as its algorithm. Authorization={Shown(text)}");
        }

        var fields = text[Algorithm.Length..]
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(field => field.Split('=', 2))
            .Where(field => field.Length == 2)
            .GroupBy(field => field[0], field => field[1], StringComparer.Ordinal)
            .ToDictionary(field => field.Key, field => field.First(), StringComparer.Ordinal);
        string[] missing = [.. _required.Where(name => !fields.ContainsKey(name))];
        if (missing.Length > 0)
        {
            return (null, string.Concat(missing.Select(name => $"Authorization header requires '{name}' parameter. ")) + $"Authorization={Shown(text)}");
        }

        var credential = fields["Credential"].Split('/');
        return credential.Length == 5 && credential[4] == Terminator
            ? (new AuthorizationHeader(credential[0], credential[1], credential[2], credential[3], [.. fields["SignedHeaders"].Split(';')], fields["Signature"]), "")
            : (null, $"Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '{fields["Credential"]}'");
    }

    // A response must not echo credentials.
    private static string Shown(string text) => text.Split(' ', 2)[0];
}
