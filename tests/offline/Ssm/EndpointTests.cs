using System.Net;
using Amazon;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using WorkoutLog.Offline.Tests.Lambda;

namespace WorkoutLog.Offline.Tests.Ssm;

[Collection(ProcessStateGroup.Name)]
public sealed class EndpointTests
{
    [Fact]
    public async Task Is_the_one_of_the_region()
    {
        using var state = new ProcessState();

        Assert.Equal("https://ssm.eu-central-1.amazonaws.com/", await AddressAsync(RegionEndpoint.EUCentral1));
    }

    [Fact]
    public async Task Is_the_one_of_the_partition()
    {
        using var state = new ProcessState();

        Assert.Equal("https://ssm.cn-north-1.amazonaws.com.cn/", await AddressAsync(RegionEndpoint.CNNorth1));
    }

    [Fact]
    public async Task Is_AWS_ENDPOINT_URL_when_that_is_set()
    {
        using var state = new ProcessState(("AWS_ENDPOINT_URL", "http://127.0.0.1:4000"));

        Assert.Equal("http://127.0.0.1:4000/", await AddressAsync(RegionEndpoint.USEast1));
    }

    [Fact]
    public async Task Is_AWS_ENDPOINT_URL_SSM_before_the_general_one()
    {
        using var state = new ProcessState(
            ("AWS_ENDPOINT_URL", "http://127.0.0.1:4000"),
            ("AWS_ENDPOINT_URL_SSM", "http://127.0.0.1:5000"));

        Assert.Equal("http://127.0.0.1:5000/", await AddressAsync(RegionEndpoint.USEast1));
    }

    [Fact]
    public async Task Is_the_FIPS_one_when_asked_for()
    {
        using var state = new ProcessState();

        Assert.Equal(
            "https://ssm-fips.us-east-1.amazonaws.com/",
            await AddressAsync(RegionEndpoint.USEast1, config => config.UseFIPSEndpoint = true));
    }

    private static async Task<string?> AddressAsync(RegionEndpoint region, Action<AmazonSimpleSystemsManagementConfig>? configure = null)
    {
        using var service = new FakeService(HttpStatusCode.OK, "{}");
        var config = new AmazonSimpleSystemsManagementConfig
        {
            RegionEndpoint = region,
            HttpClientFactory = service.CreateClientFactory(),
        };
        configure?.Invoke(config);
        using var client = new AmazonSimpleSystemsManagementClient(new BasicAWSCredentials("AKIDEXAMPLE", "secret"), config);

        await client.GetParametersAsync(new GetParametersRequest { Names = ["/a"] });

        return service.Address?.AbsoluteUri;
    }
}
