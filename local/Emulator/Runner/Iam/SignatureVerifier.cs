namespace WorkoutLog.Local.Runner.Iam;

public abstract record SignatureVerdict
{
    /// <summary>Code of a request without a signature.</summary>
    public const string NotSigned = "MissingAuthenticationToken";

    private SignatureVerdict()
    {
    }

    public sealed record Valid(string AccessKeyId) : SignatureVerdict;

    /// <param name="Code">AWS's error type, without the suffix <c>Exception</c>.</param>
    /// <param name="Message">AWS's message.</param>
    public sealed record Refused(string Code, string Message) : SignatureVerdict;
}

/// <summary>Verifies Signature Version 4 in the Authorization header, for one service in one region.</summary>
/// <param name="acceptAsSent">Whether to also accept signatures over path and query as sent; see <see cref="SignatureV4.CanonicalRequestsAsSent"/>.</param>
public sealed class SignatureVerifier(string region, string service, TimeProvider clock, bool acceptAsSent)
{
    private static readonly TimeSpan _window = TimeSpan.FromMinutes(5);

    /// <param name="secretOf">Returns the secret of an access key id; null for an unknown key.</param>
    public SignatureVerdict Verify(SignedRequest request, Func<string, string?> secretOf)
    {
        if (request.Header("authorization") is not { Length: > 0 } text)
        {
            return new SignatureVerdict.Refused(SignatureVerdict.NotSigned, "Missing Authentication Token");
        }

        var (header, error) = AuthorizationHeader.Parse(text);
        if (header is null)
        {
            return new SignatureVerdict.Refused("IncompleteSignature", error);
        }

        if (request.Header("x-amz-date") is not { } date || !TryParse(date, out var signedAt))
        {
            return new SignatureVerdict.Refused("IncompleteSignature", "Authorization header requires existence of an 'X-Amz-Date' header in ISO 8601 basic format.");
        }

        if (secretOf(header.AccessKeyId) is not { } secret)
        {
            return new SignatureVerdict.Refused("UnrecognizedClient", "The security token included in the request is invalid.");
        }

        var problem = ScopeProblem(header, date) ?? HeadersProblem(request, header) ?? ClockProblem(signedAt);
        return problem is null
            ? Compare(request, header, date, secret)
            : new SignatureVerdict.Refused("InvalidSignature", problem);
    }

    private SignatureVerdict Compare(SignedRequest request, AuthorizationHeader header, string date, string secret)
    {
        var canonical = SignatureV4.CanonicalRequest(request, header.SignedHeaders);
        if (Matches(canonical) || (acceptAsSent && SignatureV4.CanonicalRequestsAsSent(request, header.SignedHeaders).Any(Matches)))
        {
            return new SignatureVerdict.Valid(header.AccessKeyId);
        }

        return new SignatureVerdict.Refused(
            "InvalidSignature",
            "The request signature we calculated does not match the signature you provided. "
            + "Check your AWS Secret Access Key and signing method. Consult the service documentation for details.\n\n"
            + $"The Canonical String for this request should have been\n'{canonical}'\n\n"
            + $"The String-to-Sign should have been\n'{SignatureV4.StringToSign(date, header.Scope, canonical)}'\n");

        bool Matches(string form)
        {
            var expected = SignatureV4.Sign(secret, header.Scope, SignatureV4.StringToSign(date, header.Scope, form));
            return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.UTF8.GetBytes(header.Signature));
        }
    }

    private string? ScopeProblem(AuthorizationHeader header, string date)
    {
        var problems = new StringBuilder();
        if (header.Region != region)
        {
            problems.Append(CultureInfo.InvariantCulture, $"Credential should be scoped to a valid region, not '{header.Region}'. ");
        }

        if (header.Service != service)
        {
            problems.Append(CultureInfo.InvariantCulture, $"Credential should be scoped to correct service: '{service}'. ");
        }

        if (header.Date != date[..8])
        {
            problems.Append(
                CultureInfo.InvariantCulture,
                $"Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '{header.Date}' != '{date[..8]}', from '{date}'. ");
        }

        return problems.Length == 0 ? null : problems.ToString();
    }

    // An unsigned header that affects the request could be changed in transit.
    private static string? HeadersProblem(SignedRequest request, AuthorizationHeader header)
    {
        if (!header.SignedHeaders.Contains("host"))
        {
            return "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.";
        }

        return request.Headers.Keys
            .Select(name => name.ToLowerInvariant())
            .Where(name => name.StartsWith("x-amz-", StringComparison.Ordinal) && !header.SignedHeaders.Contains(name))
            .Order(StringComparer.Ordinal)
            .Select(name => $"'{name}' must be a 'SignedHeader' in the AWS Authorization.")
            .FirstOrDefault();
    }

    private string? ClockProblem(DateTimeOffset signedAt)
    {
        var now = clock.GetUtcNow();
        return signedAt < now - _window ? $"Signature expired: {Show(signedAt)} is now earlier than {Show(now - _window)} ({Show(now)} - 5 min.)"
            : signedAt > now + _window ? $"Signature not yet current: {Show(signedAt)} is still later than {Show(now + _window)} ({Show(now)} + 5 min.)"
            : null;
    }

    private static bool TryParse(string date, out DateTimeOffset value) =>
        DateTimeOffset.TryParseExact(date, SignatureV4.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);

    private static string Show(DateTimeOffset time) => time.UtcDateTime.ToString(SignatureV4.DateFormat, CultureInfo.InvariantCulture);
}
