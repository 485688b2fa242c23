using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Amazon.SimpleSystemsManagement.Model;

namespace WorkoutLog.Http.Runtime;

/// <summary>One parameter; its last valid value is in force.</summary>
/// <param name="name">Without its path.</param>
internal abstract class RuntimeParameter(string name)
{
    private const long Absent = -1;

    private long? _refused;

    /// <summary>Without its path.</summary>
    public string Name => name;

    /// <summary>Null while the deployment's value applies.</summary>
    public long? Version { get; private set; }

    /// <summary><c>max-duration-minutes:3</c>.</summary>
    public string VersionText => string.Create(CultureInfo.InvariantCulture, $"{name}:{(object?)Version ?? RuntimeRules.DeployedVersion}");

    /// <param name="received">Null if the parameter does not exist.</param>
    /// <returns>Null if the value is now in force.</returns>
    public Refusal? Apply(Parameter? received)
    {
        if (received is not null && TrySet(received.Value))
        {
            Version = received.Version ?? 0;
            _refused = null;
            return null;
        }

        var version = received is null ? Absent : received.Version ?? 0;
        var isNew = _refused != version;
        _refused = version;
        return new Refusal(received is null ? "there is no such parameter" : "its value is not valid", isNew);
    }

    protected abstract bool TrySet(string? text);
}

/// <param name="deployed">In force until a valid value is read.</param>
internal sealed class RuntimeParameter<T>(string name, T deployed, RuntimeParameter<T>.TryParse tryParse) : RuntimeParameter(name)
{
    public delegate bool TryParse(string? text, [MaybeNullWhen(false)] out T value);

    public T Value { get; private set; } = deployed;

    protected override bool TrySet(string? text)
    {
        var valid = tryParse(text, out T? value);
        Value = valid ? value! : Value;
        return valid;
    }
}

/// <summary>A parameter's value is refused; the previous one stays in force.</summary>
/// <param name="Reason">Does not repeat the value.</param>
/// <param name="IsNew">The same version was not refused before.</param>
internal readonly record struct Refusal(string Reason, bool IsNew);
