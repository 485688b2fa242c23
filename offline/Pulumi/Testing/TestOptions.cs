namespace Pulumi.Testing;

public class TestOptions
{
    /// <summary><c>project</c> when null.</summary>
    public string? ProjectName { get; set; }

    /// <summary>When null, reading the deployment's root directory throws.</summary>
    public string? RootDirectory { get; set; }

    /// <summary><c>stack</c> when null.</summary>
    public string? StackName { get; set; }

    /// <summary>True when null. A property that the mock omits is unknown in a preview, otherwise known and empty.</summary>
    public bool? IsPreview { get; set; }

    /// <summary><c>organization</c> when null.</summary>
    public string? OrganizationName { get; set; }
}
