using System.Globalization;

namespace Pulumi;

public static partial class Output
{
    public static Output<T> Create<T>(T value) => new(Task.FromResult(Resolved<T>.Known(value)));

    public static Output<T> Create<T>(Task<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(KnownAsync(value, isSecret: false));
    }

    public static Output<T> CreateSecret<T>(T value) => new(Task.FromResult(Resolved<T>.Known(value, isSecret: true)));

    public static Output<T> CreateSecret<T>(Task<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(KnownAsync(value, isSecret: true));
    }

    public static Output<T> CreateSecret<T>(Output<T> value) => new(MarkAsync(value, isSecret: true));

    public static Output<T> Unsecret<T>(Output<T> output) => new(MarkAsync(output, isSecret: false));

    public static async Task<bool> IsSecretAsync<T>(Output<T> output) => (await output.Data.ConfigureAwait(false)).IsSecret;

    /// <summary>The text with every placeholder replaced by the value of its input or output, in the invariant culture.</summary>
    public static Output<string> Format(FormattableString formattableString)
    {
        var holes = formattableString.GetArguments().Select(ToOutput).ToArray();
        return new(FormatAsync(formattableString.Format, holes));
    }

    private static async Task<Resolved<string>> FormatAsync(string format, Output<object?>[] holes)
    {
        var values = await GatherAsync(holes).ConfigureAwait(false);
        return values.With(values.IsKnown ? string.Format(CultureInfo.InvariantCulture, format, [.. values.Value]) : null!);
    }

    private static Output<object?> ToOutput(object? value) => value switch
    {
        IInput input => new(input.ToUntypedOutput().ResolveAsync()),
        IOutput output => new(output.ResolveAsync()),
        _ => Create(value),
    };

    private static async Task<Resolved<T>> KnownAsync<T>(Task<T> value, bool isSecret)
        => Resolved<T>.Known(await value.ConfigureAwait(false), isSecret);

    private static async Task<Resolved<T>> MarkAsync<T>(Output<T> output, bool isSecret)
        => (await output.Data.ConfigureAwait(false)) with { IsSecret = isSecret };
}
