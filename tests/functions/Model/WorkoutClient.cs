using System.Globalization;

namespace WorkoutLog.Functions.Tests.Model;

/// <summary>Runs the requests of one workout's life through the API and checks each response.</summary>
internal sealed class WorkoutClient(TestApi api, string userId, Life life)
{
    private readonly string _key = $"key-{Guid.NewGuid():N}";
    private readonly string? _externalId = life.HasExternalId ? $"own:{Guid.NewGuid():N}" : null;
    private string? _keyedId;
    private string? _lastId;
    private int _version;

    public int RequestsLeft { get; private set; } = 1 + life.FollowUps.Length;

    /// <summary>The expected workout; null while there is none.</summary>
    public ModelWorkout? Expected { get; private set; }

    /// <summary>The expected pointers to the workout, with their targets' sort keys.</summary>
    public IEnumerable<(string SortKey, string Target)> ExpectedPointers()
    {
        if (Expected is not { } expected || !WorkoutId.TryParse(expected.WorkoutId, out var id))
        {
            yield break;
        }

        if (expected.Timestamp != id.Timestamp)
        {
            yield return ($"ALIAS#{id.SortKey}", id.At(expected.Timestamp).SortKey);
        }

        if (_externalId is not null)
        {
            yield return ($"EXTERNAL#{_externalId}", id.SortKey);
        }
    }

    public async Task SendNextAsync()
    {
        int taken = 1 + life.FollowUps.Length - RequestsLeft--;
        await (taken == 0 ? LogAsync() : FollowAsync(life.FollowUps[taken - 1]));
    }

    /// <summary>By its id and by its <c>externalId</c>.</summary>
    public async Task CheckFoundAsync()
    {
        if (_lastId is not null)
        {
            CheckIsNow(await api.HandleAsync(Events.GetWorkout(userId, _lastId)), 200);
        }

        if (_externalId is not null)
        {
            var page = (await api.HandleAsync(Events.List(userId, $"externalId={_externalId}"))).Read<WorkoutPage>();
            Assert.Equal(Expected is null ? [] : [Expected], page.Items.Select(ModelWorkout.Of));
            Assert.False(page.HasMore);
        }
    }

    private async Task LogAsync()
    {
        CheckIsNew(await PostAsync(life.First, _key), life.First);
        _keyedId = _lastId;
    }

    private async Task FollowAsync(FollowUp next)
    {
        APIGatewayProxyResponse answer;
        switch (next)
        {
            case FollowUp.Replay:
                answer = await PostAsync(life.First, _key);
                CheckIsReplay(answer, 201, isThere: Expected is not null && _lastId == _keyedId);
                break;
            case FollowUp.ReuseKey:
                answer = await PostAsync(life.First with { Minutes = life.First.Minutes / 2 }, _key);
                Assert.Equal("422 idempotency-key-reused", answer.Kind());
                break;
            case FollowUp.SendExternalId sent when _externalId is not null:
                answer = await PostAsync(sent.Content, key: null);
                if (Expected is null)
                {
                    CheckIsNew(answer, sent.Content);
                }
                else
                {
                    CheckIsReplay(answer, 200, isThere: true);
                }

                break;
            case FollowUp.StaleEdit stale:
                answer = await PutAsync(new(stale.Content, WithVersion: true, To: null), _version + 1);
                Assert.Equal(Expected is null ? "404 workout-not-found" : "412 version-mismatch", answer.Kind());
                break;
            case FollowUp.Edit edit:
                answer = await PutAsync(edit, _version);
                if (Expected is not null)
                {
                    Expected = Expected with { Content = edit.Content, Timestamp = edit.To ?? Expected.Timestamp };
                    _version++;
                }

                CheckIsNow(answer, 200);
                break;
            case FollowUp.Delete:
                answer = await api.HandleAsync(Events.DeleteWorkout(userId, _lastId!));
                Assert.Equal(Expected is null ? 404 : 204, answer.StatusCode);
                Expected = null;
                break;
        }
    }

    private void CheckIsNew(APIGatewayProxyResponse answer, WorkoutContent content)
    {
        Assert.False(answer.Headers.ContainsKey(HeaderNames.IdempotentReplayed));
        _lastId = answer.Read<WorkoutResponse>().WorkoutId;
        Expected = new(_lastId, life.Timestamp, content);
        _version = 1;
        CheckIsNow(answer, 201);
    }

    private void CheckIsReplay(APIGatewayProxyResponse answer, int status, bool isThere)
    {
        if (!isThere)
        {
            Assert.Equal(("409 workout-deleted", false), (answer.Kind(), answer.Headers.ContainsKey(HeaderNames.RetryAfter)));
            return;
        }

        Assert.Equal("true", answer.Headers[HeaderNames.IdempotentReplayed]);
        CheckIsNow(answer, status);
    }

    private void CheckIsNow(APIGatewayProxyResponse answer, int status)
    {
        if (Expected is null)
        {
            Assert.Equal("404 workout-not-found", answer.Kind());
            return;
        }

        Assert.Equal((status, $"\"{_version}\""), (answer.StatusCode, answer.Headers[HeaderNames.ETag]));
        var shown = answer.Read<WorkoutResponse>();
        Assert.Equal((Expected, Expected.Timestamp.Offset, _externalId), (ModelWorkout.Of(shown), Workouts.Moment(shown.WorkoutTimestamp).Offset, shown.ExternalId));
    }

    private Task<APIGatewayProxyResponse> PostAsync(WorkoutContent content, string? key)
    {
        var body = content.ToJson();
        body["userId"] = userId;
        body["workoutTimestamp"] = life.Timestamp.ToString("O", CultureInfo.InvariantCulture);
        body["externalId"] = _externalId;
        var post = Events.PostWorkout(body.ToJsonString());
        return api.HandleAsync(key is null ? post : post.With(HeaderNames.IdempotencyKey, key));
    }

    private Task<APIGatewayProxyResponse> PutAsync(FollowUp.Edit edit, int version)
    {
        var body = edit.Content.ToJson();
        body["workoutTimestamp"] = edit.To?.ToString("O", CultureInfo.InvariantCulture);
        var put = Events.PutWorkout(userId, _lastId!, body.ToJsonString());
        return api.HandleAsync(edit.WithVersion ? put.With(HeaderNames.IfMatch, $"\"{version}\"") : put);
    }
}
