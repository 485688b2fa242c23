using System.Text;
using WorkoutLog.Local.Runner.Api;

namespace WorkoutLog.Local.Tests.Runner.Api;

public sealed class ProxyResponseTests
{
    [Fact]
    public void Reads_status_headers_and_body()
    {
        var answer = Parse("""{"statusCode":201,"headers":{"Location":"/workouts/1","X-Count":2},"multiValueHeaders":{"Set-Cookie":["a=1","b=2"]},"body":"é"}""");

        Assert.Equal(201, answer!.Status);
        Assert.Equal(
            [
                KeyValuePair.Create("Location", "/workouts/1"), KeyValuePair.Create("X-Count", "2"),
                KeyValuePair.Create("Set-Cookie", "a=1"), KeyValuePair.Create("Set-Cookie", "b=2"),
            ],
            answer.Headers.AsEnumerable());
        Assert.Equal("é", Encoding.UTF8.GetString(answer.Body));
    }

    [Fact]
    public void Decodes_a_base64_body()
    {
        var answer = Parse("""{"statusCode":200,"body":"AAEC","isBase64Encoded":true}""");

        Assert.Equal([0, 1, 2], answer!.Body);
    }

    [Fact]
    public void Lets_multi_value_headers_win()
    {
        var answer = Parse("""{"statusCode":200,"headers":{"vary":"a"},"multiValueHeaders":{"Vary":["b"]}}""");

        Assert.Equal([KeyValuePair.Create("Vary", "b")], answer!.Headers.AsEnumerable());
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"body":"no status"}""")]
    [InlineData("""{"statusCode":"abc"}""")]
    [InlineData("""{"statusCode":99}""")]
    [InlineData("""{"statusCode":200,"body":{"an":"object"}}""")]
    [InlineData("""{"statusCode":200,"body":"!","isBase64Encoded":true}""")]
    [InlineData("""{"statusCode":200,"headers":{"X":["list"]}}""")]
    [InlineData("""{"statusCode":200,"headers":{"X":"a\r\nY: b"}}""")]
    [InlineData("""{"statusCode":200,"headers":{"X Y":"a"}}""")]
    public void Finds_a_malformed_answer(string payload) => Assert.Null(Parse(payload));

    private static ProxyResponse? Parse(string payload) => ProxyResponse.Parse(Encoding.UTF8.GetBytes(payload));
}
