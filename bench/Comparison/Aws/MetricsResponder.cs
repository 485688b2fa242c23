using Microsoft.AspNetCore.Http;

namespace WorkoutLog.Bench.Comparison.Aws;

/// <summary>Answers <c>PutMetricData</c> in any of CloudWatch's protocols.</summary>
internal static class MetricsResponder
{
    private const string QueryAnswer =
        """<PutMetricDataResponse xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/"><ResponseMetadata><RequestId>bench</RequestId></ResponseMetadata></PutMetricDataResponse>""";

    public static async Task WriteAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        string type = context.Request.ContentType ?? "";
        if (type.StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal))
        {
            context.Response.ContentType = "text/xml";
            await context.Response.WriteAsync(QueryAnswer, context.RequestAborted);
        }
        else if (type == "application/cbor")
        {
            context.Response.ContentType = type;
            context.Response.Headers["smithy-protocol"] = "rpc-v2-cbor";
            // An empty CBOR map.
            await context.Response.Body.WriteAsync(new byte[] { 0xA0 }, context.RequestAborted);
        }
        else
        {
            context.Response.ContentType = type.StartsWith("application/x-amz-json", StringComparison.Ordinal)
                ? type
                : throw new InvalidOperationException($"The bench does not support {context.Request.Method} {context.Request.Path} of type '{type}'.");
            await context.Response.WriteAsync("{}", context.RequestAborted);
        }
    }
}
