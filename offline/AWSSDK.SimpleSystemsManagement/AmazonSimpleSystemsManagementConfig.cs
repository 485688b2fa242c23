using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.SimpleSystemsManagement.Internal;
using Amazon.Util.Internal;

namespace Amazon.SimpleSystemsManagement;

public partial class AmazonSimpleSystemsManagementConfig : ClientConfig
{
    private static readonly string _userAgent = InternalSDKUtils.BuildUserAgentString(ServiceId, "4.0.4.1");

    public AmazonSimpleSystemsManagementConfig()
        : base(new DefaultConfigurationProvider(DefaultConfigurations.All))
    {
        // Core finds AWS_ENDPOINT_URL_SSM by this id.
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "ssm";
        EndpointProvider = new ServiceEndpointProvider();
    }

    public static new string ServiceId => "SSM";

    public override string RegionEndpointServiceName => "ssm";

    public override string ServiceVersion => "2014-11-06";

    public override string UserAgent => _userAgent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(new ServiceEndpointParameters(
            parameters.AlternateEndpoint?.SystemName ?? RegionEndpoint?.SystemName,
            UseDualstackEndpoint,
            UseFIPSEndpoint,
            ServiceURL));
}
