namespace WorkoutLog.Infra.Tests.Components;

public class ApiDomainTests
{
    private const string Certificate = "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012";

    [Fact]
    public async Task Uses_TLS_1_2_with_the_certificate()
    {
        var domain = (await WithDomainAsync()).Only("aws:apigateway/domainName:DomainName").Inputs;

        Assert.Equal("api.example.org", domain["domainName"]!.ToString());
        Assert.Equal(Certificate, domain["regionalCertificateArn"]!.ToString());
        Assert.Equal("TLS_1_2", domain["securityPolicy"]!.ToString());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"types":"REGIONAL","ipAddressType":"dualstack"}"""), domain["endpointConfiguration"]));
    }

    [Fact]
    public async Task Its_root_maps_to_the_stage()
    {
        var graph = await WithDomainAsync();

        var mapping = graph.Only("aws:apigateway/basePathMapping:BasePathMapping").Inputs;
        Assert.Equal("api.example.org", mapping["domainName"]!.ToString());
        Assert.Equal(graph.Only("aws:apigateway/restApi:RestApi").Outputs["id"]!.ToString(), mapping["restApi"]!.ToString());
        Assert.Equal("v1", mapping["stageName"]!.ToString());
        Assert.Null(mapping["basePath"]);
    }

    [Fact]
    public async Task Is_the_only_endpoint()
    {
        var graph = await WithDomainAsync();

        Assert.True(graph.Only("aws:apigateway/restApi:RestApi").Inputs["disableExecuteApiEndpoint"]!.GetValue<bool>());
        Assert.Equal("https://api.example.org", graph.Outputs["apiUrl"]!.ToString());
        Assert.Equal("https://api.example.org/workouts", graph.Outputs["endpoints"]!["POST /workouts"]!.ToString());
    }

    [Fact]
    public async Task Is_absent_without_the_setting()
    {
        var graph = await ProgramRun.OfAsync("prod");

        Assert.Empty(graph.OfType("aws:apigateway/domainName:DomainName"));
        Assert.Empty(graph.OfType("aws:apigateway/basePathMapping:BasePathMapping"));
    }

    private static Task<ResourceGraph> WithDomainAsync() => ProgramRun.OfAsync("dev", ("domainName", "api.example.org"), ("certificateArn", Certificate));
}
