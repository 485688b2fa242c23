using System.Net;
using Microsoft.AspNetCore.Http;
using WorkoutLog.Local.CloudWatch.Publishing;
using WorkoutLog.Local.Runner.Faults;
using WorkoutLog.Local.WebConsole;

namespace WorkoutLog.Local.Tests.Runner.Api;

/// <summary>Who reaches what a run keeps beside the API.</summary>
public sealed class ReservedPathsTests
{
    public static TheoryData<string, string, bool> Requests => new()
    {
        { "127.0.0.1", "127.0.0.1", true },
        { "127.0.0.1", "localhost", true },
        { "::1", "[::1]", true },
        { "127.0.0.1", "rebound.example.org", false },
        { "127.0.0.1", "192.0.2.1", false },
        { "192.0.2.1", "127.0.0.1", false },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public void Only_this_machine_under_its_own_name_reaches_them(string caller, string host, bool isMeant)
    {
        Assert.Equal(isMeant, FaultControl.IsMeant(Request(FaultControl.Path, caller, host)));
        Assert.Equal(isMeant, MetricPublishing.IsMeant(Request(MetricPublishing.Path, caller, host)));
        Assert.Equal(isMeant, ConsoleFront.IsMeant(Request(ConsoleFront.Path, caller, host)));
        Assert.Equal(isMeant, ConsoleFront.IsMeant(Request($"{ConsoleFront.Path}/assets/main.mjs", caller, host)));
    }

    [Theory]
    [InlineData("/workouts")]
    [InlineData("/_consoles")]
    [InlineData("/")]
    public void Everything_else_is_the_APIs(string path)
    {
        Assert.False(FaultControl.IsMeant(Request(path, "127.0.0.1", "127.0.0.1")));
        Assert.False(MetricPublishing.IsMeant(Request(path, "127.0.0.1", "127.0.0.1")));
        Assert.False(ConsoleFront.IsMeant(Request(path, "127.0.0.1", "127.0.0.1")));
    }

    private static DefaultHttpContext Request(string path, string caller, string host) => new()
    {
        Connection = { RemoteIpAddress = IPAddress.Parse(caller) },
        Request = { Path = path, Host = new HostString(host) },
    };
}
