using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

public partial class GetParametersResponse : AmazonWebServiceResponse
{
    /// <summary>The names that do not exist.</summary>
    public List<string> InvalidParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public List<Parameter> Parameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
