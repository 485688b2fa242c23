using System.Globalization;

namespace WorkoutLog.Functions.Tests.Model;

/// <summary>Lives the life of one workout through the API; each answer is checked against what must come next.</summary>
internal sealed class WorkoutClient(TestApi api, string userId, Life life)
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

    private async Task FollowAsync(FollowUp next)
    {
        APIGatewayProxyResponse answer;
        switch (next)
        {
            case FollowUp.Replay:
                answer = await PostAsync(life.First);
                Assert.Equal((201, "true"), (answer.StatusCode, answer.Headers[HeaderNames.IdempotentReplayed]));
                Assert.Equivalent(_logged, answer.Read<WorkoutResponse>(), strict: true);
                break;
            case FollowUp.ReuseKey:
                answer = await PostAsync(life.First with { Minutes = life.First.Minutes / 2 });
                Assert.Equal(422, answer.StatusCode);
                break;
            case FollowUp.StaleEdit stale:
                answer = await PutAsync(stale.Content, _version + 1);
                Assert.Equal(_now is null ? 404 : 412, answer.StatusCode);
                break;
            case FollowUp.Edit edit:
                answer = await PutAsync(edit.Content, edit.WithVersion ? _version : null);
                Assert.Equal(_now is null ? 404 : 200, answer.StatusCode);
                if (_now is not null)
                {
                    (_now, _version) = (edit.Content, _version + 1);
                    Assert.Equal($"\"{_version}\"", answer.Headers[HeaderNames.ETag]);
                }

                break;
            default:
                answer = await api.HandleAsync(Events.DeleteWorkout(userId, _logged!.WorkoutId));
                Assert.Equal(_now is null ? 404 : 204, answer.StatusCode);
                _now = null;
                break;
        }
    }

    private Task<APIGatewayProxyResponse> PostAsync(WorkoutContent content)
    {
        var body = content.ToJson();
        body["userId"] = userId;
        body["workoutTimestamp"] = life.Timestamp.ToString("O", CultureInfo.InvariantCulture);
        return api.HandleAsync(Events.PostWorkout(body.ToJsonString()).With(HeaderNames.IdempotencyKey, _key));
    }

    private Task<APIGatewayProxyResponse> PutAsync(WorkoutContent content, int? version)
    {
        var put = Events.PutWorkout(userId, _logged!.WorkoutId, content.ToJson().ToJsonString());
        return api.HandleAsync(version is null ? put : put.With(HeaderNames.IfMatch, $"\"{version}\""));
    }
}
