using System.Diagnostics;
using WorkoutLog.Local.Tests.Support;

namespace WorkoutLog.Local.Tests.Runner;

/// <summary>curl is what the documentation shows, and it signs in its own way.</summary>
public sealed class CurlTests(EchoRunFixture run) : IClassFixture<EchoRunFixture>
{
    [Theory]
    [InlineData("/stats/athlete-1")]
    [InlineData("/stats/us-east-1:1234")]
    [InlineData("/stats/a%20b%2Fc")]
    [InlineData("/stats/u?to=2026-11&from=2026-01&groupBy=type")]
    [InlineData("/stats/u?cursor=a%2Fb%3D%3D&flag")]
    public async Task Takes_a_GET_that_curl_signed(string path) => Assert.Equal("201", await CurlAsync("-o", "/dev/null", "-w", "%{http_code}", Url(path)));

    [Fact]
    public async Task Takes_a_POST_that_curl_signed()
    {
        var output = await CurlAsync("-H", "Content-Type: application/json", "-d", """{"note":"é"}""", Url("/workouts"));

        Assert.Equal("done", output);
    }

    private string Url(string path) => run.Url.GetLeftPart(UriPartial.Authority) + path;

    private static async Task<string> CurlAsync(params string[] arguments)
    {
        string[] signed = ["-sS", "--aws-sigv4", "aws:amz:us-east-1:execute-api", "--user", "LOCALSERVICE:local-service-secret", .. arguments];
        using var curl = Process.Start(new ProcessStartInfo("curl", signed) { RedirectStandardOutput = true })!;
        var output = await curl.StandardOutput.ReadToEndAsync();
        await curl.WaitForExitAsync();
        return output;
    }
}
