using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Functions.Tests.Support;

namespace WorkoutLog.Functions.Tests.Model;

/// <summary>Lives the life of one workout through the API; each answer is checked against what must come next.</summary>
internal sealed class WorkoutClient(InProcessApi api, string userId, Life life)
{
    private readonly string _key = $"key-{Guid.NewGuid():N}";
    private WorkoutResponse? _logged;
    private WorkoutContent? _now;
    private int _version;

    public int RequestsLeft { get; private set; } = 1 + life.FollowUps.Length;

    /// <summary>The workout as it must be found; null while there is none.</summary>
    public ModelWorkout? Expected => _now is null ? null : new(_logged!.WorkoutId, life.Timestamp, _now);

    public async Task SendNextAsync()
    {
        int taken = 1 + life.FollowUps.Length - RequestsLeft--;
        await (taken == 0 ? LogAsync() : FollowAsync(life.FollowUps[taken - 1]));
    }

    private async Task LogAsync()
    {
        var answer = await PostAsync(life.First);

        Assert.Equal((201, "\"1\"", false), (answer.StatusCode, answer.Headers[HeaderNames.ETag], answer.Headers.ContainsKey(HeaderNames.IdempotentReplayed)));
        _logged = answer.Read<WorkoutResponse>();
        (_now, _version) = (life.First, 1);
    }

    private Task FollowAsync(FollowUp next) => next switch
    {
        FollowUp.Replay => ReplayAsync(),
        FollowUp.ReuseKey => ReuseKeyAsync(),
        FollowUp.Edit edit => EditAsync(edit),
        FollowUp.StaleEdit edit => EditStaleAsync(edit),
        _ => DeleteAsync(),
    };

    private async Task ReplayAsync()
    {
        var answer = await PostAsync(life.First);

        Assert.Equal((201, "true"), (answer.StatusCode, answer.Headers[HeaderNames.IdempotentReplayed]));
        Assert.Equivalent(_logged, answer.Read<WorkoutResponse>(), strict: true);
    }

    private async Task ReuseKeyAsync()
    {
        var answer = await PostAsync(life.First with { Minutes = life.First.Minutes / 2 });

        Assert.Equal(422, answer.StatusCode);
    }

    private async Task EditAsync(FollowUp.Edit edit)
    {
        var answer = await PutAsync(edit.Content, edit.WithVersion ? _version : null);

        Assert.Equal(_now is null ? 404 : 200, answer.StatusCode);
        if (_now is not null)
        {
            (_now, _version) = (edit.Content, _version + 1);
            Assert.Equal($"\"{_version}\"", answer.Headers[HeaderNames.ETag]);
        }
    }

    private async Task EditStaleAsync(FollowUp.StaleEdit edit)
    {
        var answer = await PutAsync(edit.Content, _version + 1);

        Assert.Equal(_now is null ? 404 : 412, answer.StatusCode);
    }

    private async Task DeleteAsync()
    {
        var answer = await api.SendAsync("DELETE", "/workouts/{userId}/{workoutId}", userId, _logged!.WorkoutId);

        Assert.Equal(_now is null ? 404 : 204, answer.StatusCode);
        _now = null;
    }

    private Task<APIGatewayProxyResponse> PostAsync(WorkoutContent content)
    {
        var body = content.ToJson();
        body["userId"] = userId;
        body["workoutTimestamp"] = life.Timestamp.ToString("O", CultureInfo.InvariantCulture);
        return api.SendAsync("POST", "/workouts", body: body, headers: [(HeaderNames.IdempotencyKey, _key)]);
    }

    private Task<APIGatewayProxyResponse> PutAsync(JsonObject body, int? version) => api.SendAsync(
        "PUT", "/workouts/{userId}/{workoutId}", userId, _logged!.WorkoutId, body, version is null ? [] : [(HeaderNames.IfMatch, $"\"{version}\"")]);

    private Task<APIGatewayProxyResponse> PutAsync(WorkoutContent content, int? version) => PutAsync(content.ToJson(), version);
}
