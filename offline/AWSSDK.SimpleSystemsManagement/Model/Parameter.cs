namespace Amazon.SimpleSystemsManagement.Model;

public partial class Parameter
{
    public string ARN { get; set; }

    /// <summary><c>text</c> unless declared otherwise.</summary>
    public string DataType { get; set; }

    public DateTime? LastModifiedDate { get; set; }

    public string Name { get; set; }

    /// <summary>The <c>:version</c> or <c>:label</c> that was asked for.</summary>
    public string Selector { get; set; }

    /// <summary>The answer of the service that the parameter refers to.</summary>
    public string SourceResult { get; set; }

    public ParameterType Type { get; set; }

    public string Value { get; set; }

    public long? Version { get; set; }
}
