namespace WorkoutLog.Local.Tests.Runner.Aws;

public sealed class CallLogTests : IDisposable
{
    private readonly string _repository = Directory.CreateTempSubdirectory("workout-test-").FullName;

    public void Dispose() => Directory.Delete(_repository, recursive: true);

    [Fact]
    public void Writes_a_line_for_each_pair_before_it_returns()
    {
        using var log = CallLog.CreateIn(_repository, _ => { });

        log.Add(new CallRecord("ProcessWorkout", "dynamodb:PutItem", "arn:t", true), new CallRecord("ProcessWorkout", "dynamodb:Scan", "arn:t", false));

        Assert.Equal(
            """{"function":"ProcessWorkout","action":"dynamodb:PutItem","resource":"arn:t","allowed":true}""" + "\n"
            + """{"function":"ProcessWorkout","action":"dynamodb:Scan","resource":"arn:t","allowed":false}""" + "\n",
            File.ReadAllText(Path.Combine(_repository, "artifacts", "local", "calls.jsonl")));
    }

    [Fact]
    public async Task Keeps_the_lines_of_many_writers_whole()
    {
        using var log = CallLog.CreateIn(_repository, _ => { });
        var expected = Enumerable.Range(0, 2000).Select(place => new CallRecord("f", $"a:{place}", new string('x', place % 300), place % 2 == 0)).ToArray();

        await Task.WhenAll(expected.Chunk(100).Select(chunk => Task.Run(() => Array.ForEach(chunk, record => log.Add(record)))));

        Assert.Equal(expected.OrderBy(record => record.Action), CallLog.Read(log.Path).OrderBy(record => record.Action));
    }

    [Fact]
    public void Reports_a_full_disk_once_and_fails_no_call()
    {
        var said = new List<string>();
        using var log = new CallLog(new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0), said.Add);

        log.Add(new CallRecord("f", "a:1", "*", true));
        log.Add(new CallRecord("f", "a:2", "*", true));

        Assert.StartsWith("Calls are missing from /dev/full: No space left on device", Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public void Starts_empty_uses_another_file_beside_a_running_stack_and_drops_calls_after_its_end()
    {
        var path = CallLog.PathIn(_repository);
        using var older = CallLog.CreateIn(_repository, _ => { });
        older.Add(new CallRecord("f", "old:1", "*", true));
        using var newer = CallLog.CreateIn(_repository, _ => { });

        older.Add(new CallRecord("f", "old:2", "*", true));
        newer.Add(new CallRecord("f", "new:1", "*", true));
        newer.Dispose();
        newer.Add(new CallRecord("f", "late:1", "*", true));

        Assert.Equal([new CallRecord("f", "new:1", "*", true)], CallLog.Read(path).AsEnumerable());
    }
}
