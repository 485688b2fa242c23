using System.Net.Mime;
using System.Reflection;

namespace WorkoutLog.Local.WebConsole;

/// <summary>A response of the console. Its headers forbid the page to load anything but the console itself.</summary>
internal sealed record ConsoleAnswer(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>No other origins, no inline scripts or styles, no framing.</summary>
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
        // Another run on the same port has other content.
        response.Headers.CacheControl = "no-store";
        return response.SendAsync(Status, ContentType, Body);
    }
}

/// <summary>The files of the page, embedded in the assembly.</summary>
internal static class ConsoleAssets
{
    private const string Prefix = "WebConsole/";

    public static IEnumerable<string> Names { get; } =
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..])];

    /// <param name="name">File name, without a folder.</param>
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

/// <summary>Apache ECharts, which draws the graphs. A run works without it.</summary>
internal static class ChartLibrary
{
    /// <summary>The name under which the page requests it.</summary>
    public const string FileName = "echarts.mjs";

    /// <param name="say">Receives one line if the library is missing.</param>
    /// <returns>The library, unmodified, or the reason why it is missing.</returns>
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
