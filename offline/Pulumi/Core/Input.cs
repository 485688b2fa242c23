namespace Pulumi;

/// <summary>A value for a resource's argument: a plain value, or an output that provides it later.</summary>
public class Input<T> : IInput
{
    private readonly Output<T>? _value;

    private protected Input()
    {
    }

    private protected Input(Output<T> value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    public static implicit operator Input<T>(T value) => new(Output.Create(value));

    public static implicit operator Input<T>(Output<T> value) => new(value);

    public static implicit operator Output<T>(Input<T> input) => input.ToTypedOutput();

    IOutput IInput.ToUntypedOutput() => ToTypedOutput();

    IOutput IInput.ToElements() => Elements();

    internal virtual Output<T> ToTypedOutput() => _value!;

    private protected virtual IOutput Elements() => ToTypedOutput();
}
