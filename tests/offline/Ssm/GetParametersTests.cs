using System.Net;
using Amazon;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;

namespace WorkoutLog.Offline.Tests.Ssm;

public sealed class GetParametersTests
{
    [Fact]
    public async Task Asks_for_the_names_in_one_signed_call()
    {
        using var service = new FakeService(HttpStatusCode.OK, "{}");
        using var client = CreateClient(service);

        await client.GetParametersAsync(new GetParametersRequest { Names = ["/a/limit", "/a/types"], WithDecryption = true });

        Assert.Equal("""{"Names":["/a/limit","/a/types"],"WithDecryption":true}""", service.Body);
        Assert.Equal("AmazonSSM.GetParameters", service.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.1", service.Headers["Content-Type"]);
        Assert.StartsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/", service.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Contains(
            "/us-east-1/ssm/aws4_request, SignedHeaders=content-type;host;",
            service.Headers["Authorization"],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_parameters_and_the_names_that_do_not_exist()
    {
        using var service = new FakeService(HttpStatusCode.OK, """
            {
              "InvalidParameters": ["/a/none"],
              "Parameters": [
                {"ARN": "arn:aws:ssm:us-east-1:123456789012:parameter/a/limit", "DataType": "text", "LastModifiedDate": 1763700000.5,
                 "Name": "/a/limit", "Type": "String", "Value": "1440", "Version": 3, "Later": {"x": [1]}},
                {"Name": "/a/types", "Type": "StringList", "Value": "RUN,CYCLING"}
              ]
            }
            """);
        using var client = CreateClient(service);

        var response = await client.GetParametersAsync(new GetParametersRequest { Names = ["/a/limit", "/a/types", "/a/none"] });

        Assert.Equal(["/a/none"], response.InvalidParameters);
        Assert.Equal(2, response.Parameters.Count);
        var limit = response.Parameters[0];
        Assert.Equal("arn:aws:ssm:us-east-1:123456789012:parameter/a/limit", limit.ARN);
        Assert.Equal("text", limit.DataType);
        Assert.Equal("/a/limit", limit.Name);
        Assert.Equal(ParameterType.String, limit.Type);
        Assert.Equal("1440", limit.Value);
        Assert.Equal(3, limit.Version);
        Assert.Equal(new DateTime(2025, 11, 21, 4, 40, 0, 500, DateTimeKind.Utc), limit.LastModifiedDate!.Value.ToUniversalTime());
        Assert.Equal(ParameterType.StringList, response.Parameters[1].Type);
        Assert.Null(response.Parameters[1].Version);
    }

    [Fact]
    public async Task Leaves_lists_null_that_the_answer_lacks()
    {
        using var service = new FakeService(HttpStatusCode.OK, "{}");
        using var client = CreateClient(service);

        var response = await client.GetParametersAsync(new GetParametersRequest { Names = ["/a"] });

        Assert.Null(response.Parameters);
        Assert.Null(response.InvalidParameters);
        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
    }

    [Theory]
    [InlineData("InternalServerError", 500, typeof(InternalServerErrorException))]
    [InlineData("InvalidKeyId", 400, typeof(InvalidKeyIdException))]
    [InlineData("AccessDeniedException", 400, typeof(AmazonSimpleSystemsManagementException))]
    public async Task Throws_what_the_service_answers_with(string code, int status, Type type)
    {
        using var service = new FakeService((HttpStatusCode)status, $$"""{"__type":"{{code}}","message":"because"}""");
        using var client = CreateClient(service);

        var exception = await Assert.ThrowsAnyAsync<AmazonSimpleSystemsManagementException>(
            () => client.GetParametersAsync(new GetParametersRequest { Names = ["/a"] }));

        Assert.IsType(type, exception);
        Assert.Equal("because", exception.Message);
        Assert.Equal(code, exception.ErrorCode);
        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
    }

    private static AmazonSimpleSystemsManagementClient CreateClient(FakeService service) => new(
        new BasicAWSCredentials("AKIDEXAMPLE", "secret"),
        new AmazonSimpleSystemsManagementConfig
        {
            RegionEndpoint = RegionEndpoint.USEast1,
            MaxErrorRetry = 0,
            HttpClientFactory = service.CreateClientFactory(),
        });
}
