using Amazon.Runtime.Internal;

namespace Amazon.SimpleSystemsManagement.Internal;

internal sealed class ServiceMetadata : IServiceMetadata
{
    public string ServiceId => AmazonSimpleSystemsManagementConfig.ServiceId;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
