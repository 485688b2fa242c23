namespace WorkoutLog.Offline.Tests.Lambda;

/// <summary>Sets environment variables and takes the console over, and puts everything back.</summary>
internal sealed class ProcessState : IDisposable
{
    private readonly TextWriter _output = Console.Out;
    private readonly TextWriter _error = Console.Error;
    private readonly Dictionary<string, string?> _variables = [];
    private readonly StringWriter _written = new() { NewLine = "\n" };

    public ProcessState(params (string Name, string Value)[] variables)
    {
        // A running bootstrap sets the variable of the trace, which is to be put back as well.
        foreach (var (name, value) in variables.Append(("_X_AMZN_TRACE_ID", string.Empty)))
        {
            _variables[name] = Environment.GetEnvironmentVariable(name);
            Environment.SetEnvironmentVariable(name, value);
        }

        Console.SetOut(_written);
    }

    /// <summary>Standard output since this was made.</summary>
    public string Written => _written.ToString();

    public void Dispose()
    {
        Console.SetOut(_output);
        Console.SetError(_error);
        foreach (var (name, value) in _variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        _written.Dispose();
    }
}

/// <summary>The tests that change the console or the environment; they run one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class ProcessStateGroup
{
    public const string Name = "Process state";
}
