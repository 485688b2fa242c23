using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace Amazon.SimpleSystemsManagement.Internal;

/// <summary>Hands what the client was configured with to the endpoint provider.</summary>
internal sealed class ServiceEndpointResolver : BaseEndpointResolver
{
    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters) =>
        InjectHostPrefix(executionContext.RequestContext);

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
    {
        var config = requestContext.ClientConfig;
        var region = requestContext.Request.AlternateEndpoint?.SystemName
            ?? config.RegionEndpoint?.SystemName
            ?? RegionOf(config.ServiceURL, config.AuthenticationRegion);
        return new ServiceEndpointParameters(region, config.UseDualstackEndpoint, config.UseFIPSEndpoint, config.ServiceURL);
    }

    private static string RegionOf(string serviceUrl, string authenticationRegion)
    {
        if (string.IsNullOrEmpty(serviceUrl))
        {
            return null;
        }

        return string.IsNullOrEmpty(authenticationRegion)
            ? RegionEndpoint.GetBySystemName(AWSSDKUtils.DetermineRegion(serviceUrl)).SystemName
            : authenticationRegion;
    }
}
