namespace Pulumi;

/// <summary>An <see cref="Input{T}"/> whose type is not known at compile time.</summary>
internal interface IInput
{
    IOutput ToUntypedOutput();
}
