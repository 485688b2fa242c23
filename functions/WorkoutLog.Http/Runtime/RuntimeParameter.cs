using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Amazon.SimpleSystemsManagement.Model;

namespace WorkoutLog.Http.Runtime;

/// <summary>The value of one parameter that is in force: the last good one.</summary>
/// <param name="name">Without its path.</param>
/// <param name="deployed">In force until a good one is read.</param>
internal sealed class RuntimeParameter<T>(string name, T deployed, RuntimeParameter<T>.TryParse tryParse)
{
    private const long Absent = -1;

    private long? _refused;

    public delegate bool TryParse(string? text, [MaybeNullWhen(false)] out T value);

    public T Value { get; private set; } = deployed;

    /// <summary>Null while the deployment's value is in force.</summary>
    public long? Version { get; private set; }

    /// <summary><c>max-duration-minutes:3</c>.</summary>
    public string VersionText => string.Create(CultureInfo.InvariantCulture, $"{name}:{(object?)Version ?? RuntimeRules.DeployedVersion}");

    /// <param name="received">Null when there is no such parameter.</param>
    /// <returns>Null when it is in force now.</returns>
    public Refusal? Take(Parameter? received)
    {
        if (received is not null && tryParse(received.Value, out T? value))
        {
            Value = value;
            Version = received.Version ?? 0;
            _refused = null;
            return null;
        }

        var version = received is null ? Absent : received.Version ?? 0;
        var isNew = _refused != version;
        _refused = version;
        return new Refusal(received is null ? "there is no such parameter" : "its value is not valid", isNew);
    }
}

/// <summary>A parameter's value is not taken; the one before stays in force.</summary>
/// <param name="Reason">Does not repeat the value.</param>
/// <param name="IsNew">The same version was not refused before.</param>
internal readonly record struct Refusal(string Reason, bool IsNew);
