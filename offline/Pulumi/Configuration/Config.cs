using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>
/// The settings of one namespace, by default the project's. A getter returns null for a missing setting;
/// a setting of the wrong type throws a <see cref="RunException"/>.
/// </summary>
public sealed partial class Config
{
    private readonly string _name;
    private readonly Configuration _configuration;

    public Config(string? name = null)
    {
        const string OldSuffix = ":config";
        var run = Deployment.RequiredRun;
        _name = name ?? run.ProjectName;
        _name = _name.EndsWith(OldSuffix, StringComparison.Ordinal) ? _name[..^OldSuffix.Length] : _name;
        _configuration = run.Configuration;
    }

    public string? Get(string key) => _configuration.Find(FullName(key));

    /// <summary>Only <c>true</c> and <c>false</c>, in lower case.</summary>
    public bool? GetBoolean(string key) => Get(key) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var value => throw new ConfigTypeException(FullName(key), value, nameof(Boolean)),
    };

    public int? GetInt32(string key) => Get(key) switch
    {
        null => null,
        var value when int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => number,
        var value => throw new ConfigTypeException(FullName(key), value, nameof(Int32)),
    };

    public double? GetDouble(string key) => Get(key) switch
    {
        null => null,
        var value when double.TryParse(
            value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        var value => throw new ConfigTypeException(FullName(key), value, nameof(Double)),
    };

    [return: MaybeNull]
    public T GetObject<T>(string key) => Find<T>(key, null) is { } found ? found.Value : default;

    [return: MaybeNull]
    public T GetObject<T>(string key, JsonSerializerOptions options) => Find<T>(key, options) is { } found ? found.Value : default;

    public string Require(string key) => Get(key) ?? throw Missing(key);

    public bool RequireBoolean(string key) => GetBoolean(key) ?? throw Missing(key);

    public int RequireInt32(string key) => GetInt32(key) ?? throw Missing(key);

    public double RequireDouble(string key) => GetDouble(key) ?? throw Missing(key);

    public T RequireObject<T>(string key) => (Find<T>(key, null) ?? throw Missing(key)).Value!;

    public T RequireObject<T>(string key, JsonSerializerOptions options) => (Find<T>(key, options) ?? throw Missing(key)).Value!;

    private string FullName(string key) => $"{_name}:{key}";

    private ConfigMissingException Missing(string key) => new(FullName(key));

    private Found<T>? Find<T>(string key, JsonSerializerOptions? options)
    {
        if (Get(key) is not { } value)
        {
            return null;
        }

        try
        {
            return new(JsonSerializer.Deserialize<T>(value, options));
        }
        catch (JsonException cause)
        {
            throw new ConfigTypeException(FullName(key), value, typeof(T).FullName!, cause);
        }
    }

    private sealed record Found<T>(T? Value);
}
