using System.Reflection;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>One evaluation of a program: its names, configuration, started work and errors.</summary>
internal sealed class ProgramRun
{
    private const int UnhandledErrorExitCode = 32;

    private readonly PendingTasks _pending = new();
    private readonly List<string> _errors = [];

    public ProgramRun(IMocks mocks, TestOptions? options)
    {
        OrganizationName = options?.OrganizationName ?? "organization";
        ProjectName = options?.ProjectName ?? "project";
        StackName = options?.StackName ?? "stack";
        RootDirectory = options?.RootDirectory;
        IsPreview = options?.IsPreview ?? true;
        Configuration = Configuration.FromEnvironment();
        Resources = new ResourceRegistrar(this, mocks);
        Functions = new FunctionInvoker(this, mocks);
    }

    public string OrganizationName { get; }

    public string ProjectName { get; }

    public string StackName { get; }

    public string? RootDirectory { get; }

    public bool IsPreview { get; }

    public Configuration Configuration { get; }

    public ResourceRegistrar Resources { get; }

    public FunctionInvoker Functions { get; }

    public Stack? Stack { get; set; }

    public string RootName => $"{ProjectName}-{StackName}";

    public void Track(Task task) => _pending.Add(task);

    public void Log(LogLevel level, string message)
    {
        if (level == LogLevel.Error)
        {
            lock (_errors)
            {
                _errors.Add(message);
            }
        }
    }

    /// <summary>Creates the stack and waits for everything it started, or for the first failure.</summary>
    /// <exception cref="RunException">One error.</exception>
    /// <exception cref="AggregateException">Several errors, each a <see cref="RunException"/>.</exception>
    public async Task RunAsync(Func<Stack> createStack)
    {
        Report(TryCreate(createStack) is { } failure ? [failure] : await _pending.WaitAsync().ConfigureAwait(false));

        List<RunException> errors;
        lock (_errors)
        {
            errors = [.. _errors.Select(message => new RunException(message))];
        }

        if (errors.Count > 0)
        {
            throw errors.Count == 1 ? errors[0] : new AggregateException(errors);
        }
    }

    private static Exception? TryCreate(Func<Stack> createStack)
    {
        try
        {
            createStack().RegisterPropertyOutputs();
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    private static string Describe(Exception failure) => failure switch
    {
        RunException => failure.Message,
        ResourceException { HideStack: true } => failure.Message,
        ResourceException => failure.ToString(),
        _ => $"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n{failure}",
    };

    private void Report(IReadOnlyList<Exception> failures)
    {
        foreach (var failure in failures)
        {
            Log(LogLevel.Error, Describe(failure));
            // A program that drops the result of its run must fail all the same.
            Environment.ExitCode = UnhandledErrorExitCode;
        }
    }
}
