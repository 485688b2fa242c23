namespace Pulumi;

/// <summary>
/// The description of a parameterised provider package. Only its position in the resource constructors matters here:
/// it makes a call without options ambiguous, as in the package.
/// </summary>
public sealed class RegisterPackageRequest
{
    private RegisterPackageRequest()
    {
    }
}
