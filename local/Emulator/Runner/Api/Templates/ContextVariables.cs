using System.Collections.Frozen;
using System.Globalization;

namespace WorkoutLog.Local.Runner.Api.Templates;

/// <summary>The <c>$context</c> variables that templates may hold.</summary>
internal static class ContextVariables
{
    private static readonly string[] _ofCall =
    [
        "accountId", "apiId", "domainName", "extendedRequestId", "httpMethod", "identity.sourceIp", "path", "protocol",
        "requestId", "requestTime", "requestTimeEpoch", "stage",
    ];

    /// <summary>Of a request that met a route.</summary>
    public static readonly FrozenSet<string> OfRoute = _ofCall.Append("resourcePath").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Of a request that API Gateway answers with an error.</summary>
    public static readonly FrozenSet<string> OfError = _ofCall
        .Concat(["error.message", "error.messageString", "error.responseType", "error.validationErrorString"])
        .ToFrozenSet(StringComparer.Ordinal);

    public static Dictionary<string, string> Of(ApiCall call, ApiRoute route)
    {
        var variables = Of(call);
        variables["resourcePath"] = route.Path;
        return variables;
    }

    public static Dictionary<string, string> Of(ApiCall call, ApiError error)
    {
        var variables = Of(call);
        variables["error.message"] = error.Message;
        variables["error.messageString"] = JsonText.Quote(error.Message);
        variables["error.responseType"] = error.ResponseType;
        // Escaped like a message, but without quotes around it.
        variables["error.validationErrorString"] = JsonText.Quote(error.ValidationErrors)[1..^1];
        return variables;
    }

    private static Dictionary<string, string> Of(ApiCall call) => new(StringComparer.Ordinal)
    {
        ["accountId"] = call.Api.Account,
        ["apiId"] = call.Api.Id,
        ["domainName"] = call.Http.Header("host") ?? "",
        ["extendedRequestId"] = call.RequestId,
        ["httpMethod"] = call.Http.Method,
        ["identity.sourceIp"] = call.Source.ToString(),
        ["path"] = call.Http.RawPath,
        ["protocol"] = ApiCall.Protocol,
        ["requestId"] = call.RequestId,
        ["requestTime"] = call.RequestTime,
        ["requestTimeEpoch"] = call.ReceivedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        ["stage"] = call.Api.Stage,
    };
}
