namespace WorkoutLog.Functions.Tests.ProcessWorkout;

[Collection(DynamoDbCollection.Name)]
public sealed class LogWorkoutTests(DynamoDbFixture dynamoDb)
{
    private readonly string _user = DynamoDbFixture.NewUser();
    private readonly TestApi _api = new(dynamoDb.Client);

    [Fact]
    public async Task Logs_a_workout()
    {
        var answer = await _api.HandleAsync(Events.PostWorkout(Workouts.Body(
            _user, ""","distanceKm":5.50,"workoutTimestamp":"2026-05-09T07:30:00.5+02:00","notes":"Easy 🏃 \"é\"" """)));

        Assert.True(WorkoutId.TryParseSortKey(Assert.Single(await dynamoDb.LogsOfAsync(_user))["workoutTimestamp"].S, out WorkoutId id));
        Assert.Equal(201, answer.StatusCode);
        Assert.Equal(
            $$"""
            {"workoutId":"{{id}}","userId":"{{_user}}","workoutType":"RUN","durationMinutes":30,"distanceKm":5.5,"notes":"Easy \uD83C\uDFC3 \"é\"","workoutTimestamp":"2026-05-09T07:30:00.500000+02:00"}
            """,
            answer.Body);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["Content-Type"] = "application/json",
                ["Cache-Control"] = "no-store",
                ["Location"] = $"/dev/workouts/{_user}/{id}",
                ["ETag"] = "\"1\"",
            },
            answer.Headers);
    }

    [Fact]
    public async Task Uses_the_time_of_the_request_by_default_and_escapes_the_user_in_the_location()
    {
        string user = $"us-east-1:{Guid.NewGuid()}";
        var proxyEvent = Events.PostWorkout(Workouts.Body(user)).InBase64();
        proxyEvent.RequestContext.Path = null;

        var answer = await _api.HandleAsync(proxyEvent);

        Assert.Equal("2026-05-09T07:30:00.000000Z", answer.Read<WorkoutResponse>().WorkoutTimestamp);
        Assert.StartsWith($"/workouts/{Uri.EscapeDataString(user)}/", answer.Headers["Location"], StringComparison.Ordinal);
    }

    /// <remarks><see cref="Storage.IdempotencyTests"/> tests which requests are equal.</remarks>
    [Fact]
    public async Task A_replay_gets_the_same_response_and_is_marked()
    {
        var refused = Events.PostWorkout(Workouts.Body(_user, ",\"caloriesBurned\":-1")).With("idempotency-key", "key-1");
        var request = Events.PostWorkout(Workouts.Body(_user)).With("idempotency-key", "key-1");
        var other = Events.PostWorkout(Workouts.Body(_user, ",\"caloriesBurned\":1")).With("idempotency-key", "key-1");
        var ofAthlete = Events.PostWorkout(Workouts.Body(_user), athlete: _user).With("Idempotency-Key", "key-1");

        (await _api.HandleAsync(refused)).AssertInvalid("caloriesBurned out_of_range");
        var first = await _api.HandleAsync(request);
        var second = await _api.HandleAsync(request);

        Assert.Equal((201, first.Body), (second.StatusCode, second.Body));
        Assert.Equal([.. first.Headers, new("Idempotent-Replayed", "true")], second.Headers);
        Assert.Equal("422 idempotency-key-reused", (await _api.HandleAsync(other)).Kind());
        Assert.DoesNotContain("Idempotent-Replayed", (await _api.HandleAsync(ofAthlete)).Headers.Keys);
        // Two workouts, and one idempotency record per caller.
        Assert.Equal(4, (await dynamoDb.LogsOfAsync(_user)).Count);
    }

    /// <remarks><see cref="Storage.ExternalIdTests"/> tests which workouts are equal.</remarks>
    [Fact]
    public async Task A_known_external_id_returns_its_workout_with_200_alone_and_in_a_batch()
    {
        string body = Workouts.Body(_user, ",\"externalId\":\"garmin:1\"");
        var first = await _api.HandleAsync(Events.PostWorkout(body));

        var second = await _api.HandleAsync(Events.PostWorkout(body.Replace(":30,", ":45,", StringComparison.Ordinal)));
        var result = Assert.Single((await _api.HandleAsync(Events.PostBatch($$"""{"workouts":[{{body}}]}"""))).Read<BatchResponse>().Results);

        Assert.Equal((201, 200, first.Body), (first.StatusCode, second.StatusCode, second.Body));
        Assert.Equal(
            (first.Headers["Location"], "\"1\"", "true"), (second.Headers["Location"], second.Headers["ETag"], second.Headers["Idempotent-Replayed"]));
        Assert.Equal((200, "garmin:1", "\"1\"", true), (result.Status, result.Workout?.ExternalId, result.Etag, result.IdempotentReplayed));
        Assert.Equal(2, (await dynamoDb.LogsOfAsync(_user)).Count);
        Assert.Equal("30", Assert.Single(await dynamoDb.RollupsOfAsync(_user))["RUN.m"].N);
    }

    [Fact]
    public async Task A_key_of_a_deleted_workout_returns_409_alone_and_in_a_batch_and_logs_nothing()
    {
        var post = Events.PostWorkout(Workouts.Body(_user)).With("Idempotency-Key", "key-1");
        var logged = (await _api.HandleAsync(post)).Read<WorkoutResponse>();
        await _api.HandleAsync(Events.DeleteWorkout(_user, logged.WorkoutId));

        var answer = await _api.HandleAsync(post);
        var batch = await _api.HandleAsync(Events.PostBatch($$"""{"workouts":[{{Workouts.Body(_user, ",\"idempotencyKey\":\"key-1\"")}}]}"""));

        Assert.Equal(("409 workout-deleted", false), (answer.Kind(), answer.Headers.ContainsKey("Retry-After")));
        Assert.Equal(answer.Problem().Detail, Assert.Single(batch.Read<BatchResponse>().Results).Problem?.Detail);
        Assert.Single(await dynamoDb.LogsOfAsync(_user));
    }

    [Theory]
    [InlineData("", "externalId required")]
    [InlineData("a b", "externalId invalid_characters")]
    [InlineData("é", "externalId invalid_characters")]
    [InlineData("129", "externalId too_long")]
    public async Task Refuses_an_external_id_that_is_not_1_to_128_printable_ASCII_characters(string externalId, string errors)
    {
        string sent = int.TryParse(externalId, out int length) ? new string('x', length) : externalId;

        (await _api.HandleAsync(Events.PostWorkout(Workouts.Body(_user, $",\"externalId\":\"{sent}\"")))).AssertInvalid(errors);
    }

    [Fact]
    public async Task Reports_errors_of_JSON_values_and_headers_together_and_writes_nothing()
    {
        var answer = await _api.HandleAsync(Events.PostWorkout(
            $$"""{"userId":"{{_user}}","workoutType":"FLY","durationMinutes":"30","caloriesBurned":-1,"steps":1}""").With("Idempotency-Key", "a b"));

        answer.AssertInvalid(
            "durationMinutes wrong_type, steps unknown_field, workoutType unsupported_value, caloriesBurned out_of_range, Idempotency-Key invalid_characters");
        Assert.Empty(await dynamoDb.LogsOfAsync(_user));
        Assert.Empty(await dynamoDb.RollupsOfAsync(_user));
    }

    [Fact]
    public async Task Both_kinds_of_line_breaks_have_the_same_fingerprint()
    {
        APIGatewayProxyRequest With(string lineBreak) =>
            Events.PostWorkout(Workouts.Body(_user, $",\"notes\":\"one{lineBreak}two\\t\"")).With("Idempotency-Key", "key-1");

        var first = await _api.HandleAsync(With("\\r\\n"));
        var second = await _api.HandleAsync(With("\\n"));

        Assert.Equal((201, "one\ntwo\t"), (first.StatusCode, first.Read<WorkoutResponse>().Notes));
        Assert.Equal((first.Body, "true"), (second.Body, second.Headers["Idempotent-Replayed"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"caloriesBurned\":-1")]
    public async Task An_athlete_may_log_only_for_itself(string more)
    {
        Assert.Equal("403 not-your-data", (await _api.HandleAsync(Events.PostWorkout(Workouts.Body(_user, more), athlete: "athlete-2"))).Kind());
        Assert.Empty(await dynamoDb.LogsOfAsync(_user));
        Assert.Equal(more.Length == 0 ? 201 : 400, (await _api.HandleAsync(Events.PostWorkout(Workouts.Body(_user, more), athlete: _user))).StatusCode);
    }

    [Fact]
    public async Task Nothing_is_written_for_a_federated_person_or_a_guest()
    {
        APIGatewayProxyRequest.RequestIdentity[] callers =
        [
            new() { UserArn = "arn:aws:sts::123456789012:assumed-role/people/jo", Caller = "AROAEXAMPLE:jo" },
            new() { UserArn = "arn:aws:sts::123456789012:federated-user/jo", Caller = "123456789012:jo" },
            new() { CognitoIdentityId = _user, CognitoAuthenticationType = "unauthenticated", UserArn = Events.Identity(null).UserArn },
        ];
        foreach (var caller in callers)
        {
            var alone = await _api.HandleAsync(Events.PostWorkout(Workouts.Body(_user)).With("Idempotency-Key", "k").By(caller));
            var batch = await _api.HandleAsync(Events.PostBatch($$"""{"workouts":[{{Workouts.Body(_user)}}]}""").By(caller));

            Assert.Equal("403 not-your-data", alone.Kind());
            Assert.Equal(403, Assert.Single(batch.Read<BatchResponse>().Results).Status);
            foreach (var change in (APIGatewayProxyRequest[])[Events.PutWorkout(_user, "id", "{}"), Events.DeleteWorkout(_user, "id")])
            {
                Assert.Equal("403 not-your-data", (await _api.HandleAsync(change.By(caller))).Kind());
            }
        }

        Assert.Empty(await dynamoDb.LogsOfAsync(_user));
    }

    [Fact]
    public async Task Counts_a_new_workout_once_and_its_consumed_units()
    {
        var request = Events.PostWorkout(Workouts.Body(_user, ",\"caloriesBurned\":300")).With("Idempotency-Key", "k");

        await _api.HandleAsync(request);
        await _api.HandleAsync(request);

        Assert.Equal(3, _api.Metrics.Counts.Length);
        Assert.Equal("RUN WorkoutsLogged=1 CaloriesBurned=300 DurationMinutes=30", _api.Metrics.Counts[0]);
        Assert.Matches("^ConsumedWriteUnits=[1-9][0-9]*$", _api.Metrics.Counts[1]);
        Assert.StartsWith("IdempotentReplays=1", _api.Metrics.Counts[2], StringComparison.Ordinal);
        Assert.DoesNotContain(_user, string.Concat(_api.Metrics.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_refused_fields_of_all_workouts_of_a_batch()
    {
        string run = Workouts.Body(_user);
        string ride = run.Replace("RUN", "CYCLING", StringComparison.Ordinal);

        await _api.HandleAsync(Events.PostBatch($$"""{"workouts":[{},{{Workouts.Body(_user, ",\"caloriesBurned\":-1")}},{{run}},{{ride}},{{run}}]}"""));

        Assert.Equal(
            ["CYCLING WorkoutsLogged=1 DurationMinutes=30", "RUN WorkoutsLogged=2 DurationMinutes=60", "ValidationErrors=4"],
            _api.Metrics.Counts.Select(line => line.Split(" Consumed")[0]));
    }

    [Fact]
    public async Task Writes_nothing_for_a_request_that_did_nothing()
    {
        await _api.HandleAsync(Events.PostWorkout(Workouts.Body(_user), athlete: "athlete-2"));

        Assert.Empty(_api.Metrics.Lines);
    }
}
