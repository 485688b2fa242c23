using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace WorkoutLog.Local.Runner.Faults;

/// <summary>Breaks the connection that a call came on.</summary>
internal static class BrokenConnection
{
    /// <summary>The caller sees a reset, without any part of an answer.</summary>
    public static void Break(HttpContext context)
    {
        // Closing a socket that must not linger sends RST and not FIN.
        if (context.Features.Get<IConnectionSocketFeature>()?.Socket is { } socket)
        {
            socket.LingerState = new(enable: true, seconds: 0);
        }

        context.Abort();
    }

    /// <summary>Whatever is answered from now on goes nowhere.</summary>
    public static void LoseAnswer(HttpContext context) =>
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
}
