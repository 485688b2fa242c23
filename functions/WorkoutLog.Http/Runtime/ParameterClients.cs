using Amazon;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;

namespace WorkoutLog.Http.Runtime;

/// <summary>Makes SSM clients that fit a function.</summary>
public static class ParameterClients
{
    /// <param name="region">The system name, such as <c>us-east-1</c>.</param>
    public static IAmazonSimpleSystemsManagement Create(string region) => new AmazonSimpleSystemsManagementClient(
        new EnvironmentVariablesAWSCredentials(),
        new AmazonSimpleSystemsManagementConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region), MaxErrorRetry = 1 });
}
