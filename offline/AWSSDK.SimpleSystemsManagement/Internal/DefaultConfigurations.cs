using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Internal;

/// <summary>The client defaults by mode; the modes of all services differ only in how long a connection may take.</summary>
internal static class DefaultConfigurations
{
    public static IReadOnlyList<IDefaultConfiguration> All { get; } =
    [
        Create(DefaultConfigurationMode.Standard, TimeSpan.FromMilliseconds(3100)),
        Create(DefaultConfigurationMode.InRegion, TimeSpan.FromMilliseconds(1100)),
        Create(DefaultConfigurationMode.CrossRegion, TimeSpan.FromMilliseconds(3100)),
        Create(DefaultConfigurationMode.Mobile, TimeSpan.FromSeconds(30)),
        Create(DefaultConfigurationMode.Auto, TimeSpan.FromMilliseconds(1100)),
    ];

    private static DefaultConfiguration Create(DefaultConfigurationMode mode, TimeSpan connectTimeout) => new()
    {
        Name = mode,
        RetryMode = RequestRetryMode.Standard,
        S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
        ConnectTimeout = connectTimeout,
        TlsNegotiationTimeout = connectTimeout,
    };
}
