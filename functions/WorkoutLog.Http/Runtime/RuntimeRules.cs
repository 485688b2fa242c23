using Amazon;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Http.Metrics;
using WorkoutLog.Storage;

namespace WorkoutLog.Http.Runtime;

/// <summary>The rules that operators can change without a deployment, as they were read last.</summary>
/// <remarks>A value that is absent or invalid, or all when SSM gives no answer, leave those before in force.</remarks>
/// <param name="path">Where the parameters are, without a trailing slash, such as <c>/workout-log/dev</c>.</param>
/// <param name="deployed">In force until good values are read.</param>
public sealed class RuntimeRules(
    IAmazonSimpleSystemsManagement parameters, string path, WorkoutRules deployed, Log log, MetricsWriter metrics, TimeProvider time)
{
    /// <summary>The version of values that came with the deployment.</summary>
    internal const string DeployedVersion = "deployed";

    /// <summary>Every parameter is as it was created.</summary>
    internal const string FirstVersion = "first";

    /// <summary>How old the last try must be before a request starts another.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(5);

    /// <summary>A start must not wait longer for values that it can do without.</summary>
    public static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(1);

    // Nobody waits for a refresh; Lambda may freeze it until the next request comes.
    private static readonly TimeSpan _refreshTimeout = TimeSpan.FromSeconds(30);

    private readonly ParameterSet _set = new(deployed);
    private readonly Lock _lock = new();
    private DateTimeOffset _lastTry = time.GetUtcNow();
    private bool _reading;

    private volatile RulesSnapshot _current = new(deployed, DeployedVersion);

    /// <summary>What is in force now; a request takes it once and keeps it to its end.</summary>
    public RulesSnapshot Current => _current;

    /// <summary>Reads the parameters in one call, for at most a second; never throws on account of SSM.</summary>
    public Task ReadAsync() => TryBegin(TimeSpan.Zero) ? ReadAsync(StartTimeout) : Task.CompletedTask;

    /// <summary>Starts to read when the last try is five minutes old and none is under way.</summary>
    /// <returns>The reading, for which no request waits; done when none was started.</returns>
    public Task RefreshAsync() => TryBegin(Period)
        // Also what the SDK does before its first wait is not for the request to wait for.
        ? Task.Run(() => ReadAsync(_refreshTimeout))
        : Task.CompletedTask;

    private bool TryBegin(TimeSpan sinceLastTry)
    {
        lock (_lock)
        {
            // Not the timestamps of the clock: they may not advance while Lambda has the function frozen.
            DateTimeOffset now = time.GetUtcNow();
            if (_reading || now - _lastTry < sinceLastTry)
            {
                return false;
            }

            _reading = true;
            _lastTry = now;
            return true;
        }
    }

    private async Task ReadAsync(TimeSpan timeout)
    {
        try
        {
            using var cancellation = new CancellationTokenSource(timeout, time);
            GetParametersResponse response = await parameters.GetParametersAsync(
                new GetParametersRequest { Names = [.. _set.All.Select(parameter => ParameterNames.Under(path, parameter.Name))] }, cancellation.Token);
            metrics.WriteRefused(_set.All.Count(parameter => IsRefused(parameter, response)));
            _current = _set.Snapshot();
        }
        catch (Exception exception)
        {
            // Whatever it was, the values before serve on; nobody else would see an exception of the background.
            log.ParametersNotRead(exception, _current.Version);
            metrics.WriteNotRead();
        }
        finally
        {
            lock (_lock)
            {
                _reading = false;
            }
        }
    }

    private bool IsRefused(RuntimeParameter parameter, GetParametersResponse response)
    {
        var name = ParameterNames.Under(path, parameter.Name);
        if (parameter.Take(response.Parameters?.Find(candidate => candidate.Name == name)) is not { } refusal)
        {
            return false;
        }

        // The log tells it once, the metric for as long as it lasts.
        if (refusal.IsNew)
        {
            log.ParameterRefused(name, refusal.Reason, _current.Version);
        }

        return true;
    }
}

/// <summary>All parameters: one for each <see cref="WorkoutLimit"/>, and the types.</summary>
internal sealed class ParameterSet(WorkoutRules deployed)
{
    private const long First = 1;

    private readonly RuntimeParameter<int>[] _limits =
        [.. WorkoutLimit.All.Select(limit => new RuntimeParameter<int>(limit.Parameter, deployed[limit], limit.TryParse))];

    private readonly RuntimeParameter<IReadOnlyList<string>> _supportedTypes =
        new(ParameterNames.SupportedTypes, deployed.SupportedTypes, WorkoutRules.TryParseSupportedTypes);

    public IReadOnlyList<RuntimeParameter> All => [.. _limits, _supportedTypes];

    public RulesSnapshot Snapshot() => new(new WorkoutRules([.. _limits.Select(limit => limit.Value)], _supportedTypes.Value), Version());

    private string Version()
    {
        var changed = All.Where(parameter => parameter.Version != First).ToArray();
        return changed.Length == 0 ? RuntimeRules.FirstVersion
            : All.All(parameter => parameter.Version is null) ? RuntimeRules.DeployedVersion
            : string.Join(',', changed.Select(parameter => parameter.VersionText));
    }
}

/// <summary>The rules at one moment.</summary>
/// <param name="Version">
/// From which versions of the parameters they come: <c>max-duration-minutes:3,supported-types:2</c>, with <c>deployed</c> for a value of
/// the deployment and without those that are as they were created. Just <c>deployed</c> or <c>first</c> where all are; each log line has it.
/// </param>
public sealed record RulesSnapshot(WorkoutRules Rules, string Version);

/// <summary>Makes SSM clients that fit a function.</summary>
public static class ParameterClients
{
    /// <param name="region">The system name, such as <c>us-east-1</c>.</param>
    public static IAmazonSimpleSystemsManagement Create(string region) => new AmazonSimpleSystemsManagementClient(
        new EnvironmentVariablesAWSCredentials(),
        new AmazonSimpleSystemsManagementConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region), MaxErrorRetry = 1, HttpClientFactory = new AwsHttp() });
}
