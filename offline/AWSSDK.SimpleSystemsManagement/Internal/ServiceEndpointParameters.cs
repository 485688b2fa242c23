using Amazon.Runtime.Endpoints;

namespace Amazon.SimpleSystemsManagement.Internal;

internal sealed class ServiceEndpointParameters : EndpointParameters
{
    /// <param name="serviceUrl">An endpoint that was configured; null to find the one of the region.</param>
    public ServiceEndpointParameters(string region, bool useDualStack, bool useFips, string serviceUrl)
    {
        this["Region"] = region;
        this["UseDualStack"] = useDualStack;
        this["UseFIPS"] = useFips;
        this["Endpoint"] = serviceUrl;
    }
}
