using System.Text.RegularExpressions;
using Pulumi;
using Pulumi.Utilities;

namespace WorkoutLog.Infra;

/// <summary>
/// Ends a failed deployment with one error. The SDK would report every resource that was being registered, or that depends on a failed
/// one, each with a stack trace.
/// </summary>
internal sealed partial class RegistrationErrors
{
    private readonly List<Resource> _resources = [];

    /// <summary>Options that record the resources of the stack.</summary>
    public StackOptions StackOptions => new()
    {
        ResourceTransformations =
        [
            arguments =>
            {
                _resources.Add(arguments.Resource);
                return null;
            },
        ],
    };

    /// <summary>Waits until the engine has registered every resource.</summary>
    /// <exception cref="RunException">The engine rejected a resource.</exception>
    public async Task ThrowFirstAsync()
    {
        // Resources are created after their dependencies, so the first failure is the cause of the others.
        foreach (var resource in _resources)
        {
            try
            {
                await OutputUtilities.GetValueAsync(resource.Urn).ConfigureAwait(false);
            }
            catch (Exception failure) when (EngineStatus().Match(failure.Message) is { Success: true } status)
            {
                throw new RunException(Describe(resource, status.Groups["code"].Value, status.Groups["detail"].Value));
            }
        }
    }

    // When one resource fails, the engine closes the connection on all others; it reports the failed one itself.
    private static string Describe(Resource resource, string code, string detail) => code is "Unavailable" or "Cancelled"
        ? $"The Pulumi engine ended the deployment; the resource that failed has its own error. Engine: {detail}"
        : $"{resource.GetResourceType()} '{resource.GetResourceName()}' could not be registered: {detail}";

    // The format of a gRPC error. Its exception type is not part of the SDK's API.
    [GeneratedRegex("""Status\(StatusCode="(?<code>\w+)", Detail="(?<detail>.*?)"(?:, DebugException=|\)+$)""", RegexOptions.Singleline)]
    private static partial Regex EngineStatus();
}
