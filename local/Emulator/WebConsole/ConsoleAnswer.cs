using System.Net.Mime;
using System.Reflection;

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
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        // Another run of the same port shows something else.
        response.Headers.CacheControl = "no-store";
        return response.SendAsync(Status, ContentType, Body);
    }
}

/// <summary>The files of the page, which the assembly carries.</summary>
internal static class ConsoleAssets
{
    private const string Prefix = "WebConsole/";

    public static IEnumerable<string> Names { get; } =
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..])];

    /// <param name="name">Of the file, without a folder.</param>
    public static ConsoleAnswer Find(string name)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name);
        if (file is null)
        {
            return ConsoleAnswer.NotFound($"file {name}");
        }

        using var content = new MemoryStream();
        file.CopyTo(content);
        return new ConsoleAnswer(200, ContentType(name), content.ToArray());
    }

    public static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".html" => "text/html; charset=utf-8",
        ".mjs" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new ArgumentException($"The console has no files of the kind '{other}'.", nameof(name)),
    };
}

/// <summary>Apache ECharts, which draws the graphs. A run goes on without it.</summary>
internal static class ChartLibrary
{
    /// <summary>Under which the page asks for it.</summary>
    public const string FileName = "echarts.mjs";

    /// <param name="say">Receives one line when the library is missing.</param>
    /// <returns>The library as it is published, or the reason why it is missing.</returns>
    public static ConsoleAnswer Load(Action<string> say)
    {
        try
        {
            return new ConsoleAnswer(200, ConsoleAssets.ContentType(FileName), File.ReadAllBytes(NpmPackage.Find(NpmPackage.ECharts)));
        }
        catch (Exception exception) when (exception is UserErrorException or IOException or UnauthorizedAccessException)
        {
            say($"The console has no charts: {exception.Message}");
            return ConsoleAnswer.Text(404, exception.Message);
        }
    }
}
