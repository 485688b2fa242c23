namespace Pulumi;

/// <summary>An <see cref="Input{T}"/> whose type is not known at compile time.</summary>
internal interface IInput
{
    IOutput ToUntypedOutput();

    /// <summary>For a collection, its elements as inputs of their own; else the same.</summary>
    IOutput ToElements();
}
