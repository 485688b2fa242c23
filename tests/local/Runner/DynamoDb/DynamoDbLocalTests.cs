using WorkoutLog.Local.Runner.DynamoDb;

namespace WorkoutLog.Local.Tests.Runner.DynamoDb;

public sealed class DynamoDbLocalTests
{
    [Fact]
    public async Task Ends_its_process_when_disposed()
    {
        var local = await DynamoDbLocal.StartAsync();
        using var http = new HttpClient();

        await local.DisposeAsync();

        Assert.True(local.Exited.IsCompleted);
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(local.Endpoint));
    }
}
