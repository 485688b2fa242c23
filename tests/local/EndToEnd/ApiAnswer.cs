using System.Text.Json.Nodes;
using WorkoutLog.Contracts;

namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary>What the running API answered.</summary>
/// <param name="Headers">Found in any case; several values of a name are joined by commas.</param>
internal sealed record ApiAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Text)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public ApiAnswer AssertStatus(int status)
    {
        Assert.True(status == Status, $"Expected {status}, received {Status}: {Text}");
        Assert.Equal("no-store", Header("Cache-Control"));
        return this;
    }

    /// <summary>Checks that it is this problem, and names exactly these fields, in any order.</summary>
    public void AssertProblem(ProblemKind kind, params (string Field, string Code)[] errors)
    {
        AssertProblem(kind.Status, kind.Slug);
        Assert.Equal(kind.Title, Json["title"]!.GetValue<string>());
        var named = (Json["errors"]?.AsArray() ?? []).Select(error => (error!["field"]!.GetValue<string>(), error["code"]!.GetValue<string>()));
        Assert.Equal(errors.Order(), named.Order());
    }

    /// <summary>Checks that API Gateway refused the body, before any function saw it.</summary>
    /// <param name="errors">What its validator says.</param>
    public void AssertRefusedBody(params string[] errors)
    {
        AssertProblem(ProblemKind.InvalidRequest);
        Assert.Equal("BadRequestException", Header("x-amzn-ErrorType"));
        Assert.Equal($"[{string.Join(", ", errors)}]", Json["detail"]!.GetValue<string>());
    }

    /// <summary>Checks that it is a problem of this kind, whoever answered it.</summary>
    public void AssertProblem(int status, string slug)
    {
        AssertStatus(status);
        Assert.Equal("application/problem+json", Header("Content-Type"));
        Assert.Equal(ProblemKind.TypeOf(slug), Json["type"]!.GetValue<string>());
        Assert.Equal(status, Json["status"]!.GetValue<int>());
        Assert.Equal(Header("x-amzn-RequestId"), Json["requestId"]!.GetValue<string>());
    }
}
