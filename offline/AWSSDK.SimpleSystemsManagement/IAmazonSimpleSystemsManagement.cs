using Amazon.Runtime;
using Amazon.SimpleSystemsManagement.Model;

namespace Amazon.SimpleSystemsManagement;

public partial interface IAmazonSimpleSystemsManagement : IAmazonService, IDisposable
{
    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonSimpleSystemsManagementConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig)
    {
        var config = (AmazonSimpleSystemsManagementConfig)clientConfig;
        return awsCredentials is null
            ? new AmazonSimpleSystemsManagementClient(config)
            : new AmazonSimpleSystemsManagementClient(awsCredentials, config);
    }

    /// <summary>
    /// Reads up to ten parameters by name; names that do not exist come back in <see cref="GetParametersResponse.InvalidParameters"/>.
    /// </summary>
    /// <exception cref="AmazonSimpleSystemsManagementException">The service answered with an error.</exception>
    Task<GetParametersResponse> GetParametersAsync(GetParametersRequest request, CancellationToken cancellationToken = default);
}
