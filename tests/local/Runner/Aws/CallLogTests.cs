namespace WorkoutLog.Local.Tests.Runner.Aws;

public sealed class CallLogTests : IDisposable
{
    private readonly string _repository = Directory.CreateTempSubdirectory("workout-test-").FullName;

    public void Dispose() => Directory.Delete(_repository, recursive: true);

    [Fact]
    public void Writes_a_line_for_each_pair_before_it_returns()
    {
        using var log = CallLog.Create(CallLog.PathIn(_repository));

        log.Add(new CallRecord("ProcessWorkout", "dynamodb:PutItem", "arn:t", true), new CallRecord("ProcessWorkout", "dynamodb:Scan", "arn:t", false));

        Assert.Equal(
            """{"function":"ProcessWorkout","action":"dynamodb:PutItem","resource":"arn:t","allowed":true}""" + "\n"
            + """{"function":"ProcessWorkout","action":"dynamodb:Scan","resource":"arn:t","allowed":false}""" + "\n",
            File.ReadAllText(Path.Combine(_repository, "artifacts", "local", "calls.jsonl")));
    }

    [Fact]
    public async Task Keeps_the_lines_of_many_writers_whole()
    {
        using var log = CallLog.Create(CallLog.PathIn(_repository));
        var expected = Enumerable.Range(0, 2000).Select(place => new CallRecord("f", $"a:{place}", new string('x', place % 300), place % 2 == 0)).ToArray();

        await Task.WhenAll(expected.Chunk(100).Select(chunk => Task.Run(() => Array.ForEach(chunk, record => log.Add(record)))));

        Assert.Equal(expected.OrderBy(record => record.Action), CallLog.Read(log.Path).OrderBy(record => record.Action));
    }

    [Fact]
    public void Starts_empty_leaves_its_file_to_a_run_that_goes_on_and_leaves_out_what_comes_after_its_end()
    {
        var path = CallLog.PathIn(_repository);
        using var older = CallLog.Create(path);
        older.Add(new CallRecord("f", "old:1", "*", true));
        using var newer = CallLog.Create(path);

        older.Add(new CallRecord("f", "old:2", "*", true));
        newer.Add(new CallRecord("f", "new:1", "*", true));
        newer.Dispose();
        newer.Add(new CallRecord("f", "late:1", "*", true));

        Assert.Equal([new CallRecord("f", "new:1", "*", true)], CallLog.Read(path).AsEnumerable());
    }
}
