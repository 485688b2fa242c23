using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace WorkoutLog.Local.WebConsole;

/// <summary>One answer of the console. All of them forbid the page to reach for anything but the console itself.</summary>
internal sealed record ConsoleAnswer(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>Nothing from elsewhere, no script or style inside the page, no frame around it.</summary>
    public const string ContentSecurityPolicy = "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

    public static ConsoleAnswer Html(string html) => new(StatusCodes.Status200OK, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(html));

    public static ConsoleAnswer Json(byte[] json) => new(StatusCodes.Status200OK, MediaTypeNames.Application.Json, json);

    public static ConsoleAnswer Text(int status, string text) => new(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text));

    public static ConsoleAnswer NotFound(string what) => Text(StatusCodes.Status404NotFound, $"The console has no {what}.");

    public Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        // Another run of the same port shows something else.
        response.Headers.CacheControl = "no-store";
        return HttpMethods.IsHead(response.HttpContext.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(Body, response.HttpContext.RequestAborted).AsTask();
    }
}
