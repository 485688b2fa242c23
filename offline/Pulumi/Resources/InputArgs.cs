namespace Pulumi;

/// <summary>The base of all argument classes: their fields and properties with an <see cref="InputAttribute"/> are sent.</summary>
public abstract class InputArgs
{
    private protected InputArgs()
    {
    }
}
