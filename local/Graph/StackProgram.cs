using System.Runtime.ExceptionServices;
using Pulumi;
using Pulumi.Testing;

namespace WorkoutLog.Local.Graph;

/// <summary>Evaluates the Pulumi program without an engine, a provider or an account.</summary>
public static class StackProgram
{
    // The configuration is global to the process, so evaluations run one at a time.
    private static readonly SemaphoreSlim _turn = new(1);

    /// <exception cref="UserErrorException">There is no such stack, or its configuration is invalid.</exception>
    public static Task<ResourceGraph> EvaluateAsync(Repository repository, string stack, CancellationToken cancellationToken) =>
        EvaluateAsync(repository, StackConfiguration.Load(repository, stack), PublishedVersions.None, cancellationToken);

    /// <summary>The resources that the program registers with a configuration, given the published versions of its functions.</summary>
    /// <exception cref="UserErrorException">The configuration is invalid.</exception>
    public static async Task<ResourceGraph> EvaluateAsync(
        Repository repository, StackConfiguration configuration, PublishedVersions published, CancellationToken cancellationToken)
    {
        var recorder = new GraphRecorder();
        var mocks = new AwsMocks(
            new AwsNames(configuration.Project, configuration.Stack, configuration.Region), new VersionNumbers(published, repository.Root));
        try
        {
            await RunAsync(configuration, repository, mocks, recorder).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is RunException or AggregateException)
        {
            // The SDK sets its own exit code; the command decides on one instead.
            Environment.ExitCode = 0;
            throw mocks.Refusal ?? new UserErrorException(Message(exception));
        }

        return await recorder.BuildAsync(configuration, repository.Root, mocks).ConfigureAwait(false);
    }

    /// <summary>Runs the program once; <paramref name="recorder"/> sees each resource, <paramref name="mocks"/> answers it.</summary>
    public static async Task RunAsync(StackConfiguration configuration, Repository program, IMocks mocks, GraphRecorder recorder)
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            // Pulumi's Config reads this variable and nothing else, in tests as under an engine.
            Environment.SetEnvironmentVariable("PULUMI_CONFIG", JsonSerializer.Serialize(configuration.Values));
            await Deployment.TestWithServiceProviderAsync<Stack>(mocks, new StackFactory(program.Stack, recorder), new TestOptions
            {
                ProjectName = configuration.Project,
                StackName = configuration.Stack,
                RootDirectory = program.Root,
            }).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    private static string Message(Exception exception) => exception is AggregateException several
        ? string.Join(Environment.NewLine, several.Flatten().InnerExceptions.Select(inner => inner.Message).Distinct())
        : exception.Message;

    // The stack's options pass each resource to the recorder.
    private sealed class StackFactory(Type stack, GraphRecorder recorder) : IServiceProvider
    {
        public object? GetService(Type serviceType)
        {
            try
            {
                return Activator.CreateInstance(stack, new StackOptions { ResourceTransformations = { recorder.Record } });
            }
            catch (TargetInvocationException failure) when (failure.InnerException is not null)
            {
                ExceptionDispatchInfo.Throw(failure.InnerException);
                throw;
            }
        }
    }
}
