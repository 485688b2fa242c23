namespace Pulumi;

/// <summary>An <see cref="Input{T}"/> whose type is not known at compile time.</summary>
internal interface IInput
{
    IOutput ToUntypedOutput();

    /// <summary>For a collection, its elements as separate inputs; otherwise the same value.</summary>
    IOutput ToElements();
}
