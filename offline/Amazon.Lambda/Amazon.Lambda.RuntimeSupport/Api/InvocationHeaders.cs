using System.Globalization;
using System.Net.Http.Headers;

namespace Amazon.Lambda.RuntimeSupport.Api;

/// <summary>The Runtime API's headers of an event.</summary>
internal sealed class InvocationHeaders(HttpResponseHeaders headers)
{
    public string AwsRequestId { get; } = Read(headers, "Lambda-Runtime-Aws-Request-Id")
        ?? throw new InvalidOperationException("The Runtime API sent an event without Lambda-Runtime-Aws-Request-Id.");

    public string? TraceId { get; } = Read(headers, "Lambda-Runtime-Trace-Id");

    public string? TenantId { get; } = Read(headers, "Lambda-Runtime-Aws-Tenant-Id");

    public string? InvokedFunctionArn { get; } = Read(headers, "Lambda-Runtime-Invoked-Function-Arn");

    public string? ClientContextJson { get; } = Read(headers, "Lambda-Runtime-Client-Context");

    public string? CognitoIdentityJson { get; } = Read(headers, "Lambda-Runtime-Cognito-Identity");

    /// <summary>Since 1970-01-01 UTC; 0 when there is none.</summary>
    public long DeadlineMilliseconds { get; } =
        long.TryParse(Read(headers, "Lambda-Runtime-Deadline-Ms"), NumberStyles.None, CultureInfo.InvariantCulture, out var deadline)
            ? deadline
            : 0;

    private static string? Read(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
