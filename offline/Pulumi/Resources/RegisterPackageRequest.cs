namespace Pulumi;

/// <summary>
/// The description of a parameterised provider package. Only its place in the constructors of resources matters here:
/// it makes a call without options ambiguous, as it is with the package.
/// </summary>
public sealed class RegisterPackageRequest
{
    private RegisterPackageRequest()
    {
    }
}
