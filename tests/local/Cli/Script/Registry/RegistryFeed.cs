using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace WorkoutLog.Local.Tests.Cli.Script.Registry;

/// <summary>A NuGet v3 registry on this machine: a service index, the packages' versions and contents, and advisories.</summary>
internal sealed class RegistryFeed : IAsyncDisposable
{
    private readonly Dictionary<string, SortedSet<string>> _versions = [];
    private readonly Dictionary<string, string> _dependencies = [];
    private LoopbackServer? _server;

    /// <summary>Package whose versions below 1.15.3 have an advisory.</summary>
    public string? Vulnerable { get; set; }

    /// <summary>Replaces the feed's responses.</summary>
    public Func<HttpContext, Task>? Instead { get; set; }

    public Uri Index => new(_server!.Url, "/index.json");

    public async Task StartAsync() => _server = await LoopbackServer.StartAsync(0, AnswerAsync, _ => { }, CancellationToken.None);

    /// <param name="packages">Each as <c>Id Version</c>, or as <c>Id Version Dependency Version</c>.</param>
    public RegistryFeed With(params string[] packages)
    {
        foreach (var words in packages.Select(package => package.Split(' ')))
        {
            (_versions.TryGetValue(words[0], out var known) ? known : _versions[words[0]] = new SortedSet<string>(StringComparer.Ordinal)).Add(words[1]);
            _dependencies[$"{words[0]} {words[1]}"] = words.Length > 2 ? $"<dependency id='{words[2]}' version='{words[3]}' />" : "";
        }

        return this;
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task AnswerAsync(HttpContext context)
    {
        if (Instead is not null)
        {
            await Instead(context);
            return;
        }

        var parts = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var body = parts switch
        {
            ["index.json"] => Json(ServiceIndex()),
            ["advisories", "index.json"] => Json(new JsonArray(new JsonObject { ["@name"] = "all", ["@id"] = $"{_server!.Url}advisories/all.json", ["@updated"] = "2026-01-01T00:00:00Z" })),
            ["advisories", "all.json"] => Json(Advisories()),
            ["flat", var id, "index.json"] when Find(id) is { } name => Json(new JsonObject { ["versions"] = new JsonArray([.. _versions[name].Select(version => JsonValue.Create(version))]) }),
            ["flat", var id, var version, var file] when Find(id) is { } name && file.EndsWith(".nupkg", StringComparison.Ordinal) => Package(name, version),
            _ => null,
        };
        context.Response.StatusCode = body is null ? 404 : 200;
        await context.Response.Body.WriteAsync(body ?? []);
    }

    private JsonObject ServiceIndex() => new()
    {
        ["version"] = "3.0.0",
        ["resources"] = new JsonArray(
            new JsonObject { ["@id"] = $"{_server!.Url}flat/", ["@type"] = "PackageBaseAddress/3.0.0" },
            new JsonObject { ["@id"] = $"{_server.Url}advisories/index.json", ["@type"] = "VulnerabilityInfo/6.7.0" }),
    };

    private JsonObject Advisories() => Vulnerable is null ? [] : new JsonObject
    {
        [Vulnerable.ToLowerInvariant()] = new JsonArray(new JsonObject
        {
            ["url"] = "https://github.com/advisories/GHSA-4625-4j76-fww9",
            ["severity"] = 1,
            ["versions"] = "(, 1.15.3)",
        }),
    };

    private string? Find(string lowerCaseId) => _versions.Keys.FirstOrDefault(id => id.Equals(lowerCaseId, StringComparison.OrdinalIgnoreCase));

    // A package without an assembly: set-up needs only versions, and the programs built here call nothing.
    private byte[] Package(string id, string version)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            var entry = zip.CreateEntry($"{id}.nuspec");
            // Deterministic bytes, because lock files contain the hash.
            entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var nuspec = new StreamWriter(entry.Open());
            nuspec.Write($"""
                <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
                  <metadata>
                    <id>{id}</id><version>{version}</version><authors>test</authors><description>test</description>
                    <dependencies><group targetFramework="net10.0">{_dependencies[$"{id} {version}"]}</group></dependencies>
                  </metadata>
                </package>
                """);
        }

        return bytes.ToArray();
    }

    private static byte[] Json(JsonNode node) => JsonSerializer.SerializeToUtf8Bytes(node);
}
