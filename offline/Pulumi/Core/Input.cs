namespace Pulumi;

/// <summary>A value for a resource's argument: given plainly, or by an output that brings it later.</summary>
public class Input<T> : IInput
{
    private readonly Output<T>? _value;

    private protected Input()
    {
    }

    private protected Input(Output<T> value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    public static implicit operator Input<T>(T value) => new(Output.Create(value));

    public static implicit operator Input<T>(Output<T> value) => new(value);

    public static implicit operator Output<T>(Input<T> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.ToTypedOutput();
    }

    IOutput IInput.ToUntypedOutput() => UntypedOutput();

    internal virtual Output<T> ToTypedOutput() => _value!;

    /// <summary>Where the elements of a collection are themselves inputs, the collection of those.</summary>
    private protected virtual IOutput UntypedOutput() => ToTypedOutput();
}
