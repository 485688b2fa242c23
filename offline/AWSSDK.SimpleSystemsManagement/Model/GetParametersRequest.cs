namespace Amazon.SimpleSystemsManagement.Model;

public partial class GetParametersRequest : AmazonSimpleSystemsManagementRequest
{
    /// <summary>One to ten names or ARNs.</summary>
    public List<string> Names { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Whether SecureString values come in the clear; of no effect on the other types.</summary>
    public bool? WithDecryption { get; set; }
}
