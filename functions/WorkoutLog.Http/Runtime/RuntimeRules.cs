using Amazon;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Http.Metrics;
using WorkoutLog.Storage;

namespace WorkoutLog.Http.Runtime;

/// <summary>The rules that operators can change without a deployment, as last read.</summary>
/// <remarks>If a value is absent or invalid, its previous value stays in force; if SSM does not respond, all previous values do.</remarks>
/// <param name="path">The parameters' path, without a trailing slash, such as <c>/workout-log/dev</c>.</param>
/// <param name="deployed">In force until valid values are read.</param>
public sealed class RuntimeRules(
    IAmazonSimpleSystemsManagement parameters, string path, WorkoutRules deployed, Log log, MetricsWriter metrics, TimeProvider time)
{
    /// <summary>The version of the deployment's values.</summary>
    internal const string DeployedVersion = "deployed";

    /// <summary>The version of unchanged parameters.</summary>
    internal const string FirstVersion = "first";

    /// <summary>Minimum age of the last read before a request starts another.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(5);

    /// <summary>Maximum wait at start; the deployment's values are a fallback.</summary>
    public static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(1);

    // No request waits for a refresh; Lambda may freeze it until the next request.
    private static readonly TimeSpan _refreshTimeout = TimeSpan.FromSeconds(30);

    private readonly ParameterSet _set = new(deployed);
    private readonly Lock _lock = new();
    private DateTimeOffset _lastTry = time.GetUtcNow();
    private bool _reading;

    private volatile RulesSnapshot _current = new(deployed, DeployedVersion);

    /// <summary>The current rules; a request reads them once and keeps them until its end.</summary>
    public RulesSnapshot Current => _current;

    /// <summary>Reads the parameters in one call, for at most a second; never throws because of SSM.</summary>
    public Task ReadAsync() => TryBegin(TimeSpan.Zero) ? ReadAsync(StartTimeout) : Task.CompletedTask;

    /// <summary>Starts a read if the last one is five minutes old and none is running.</summary>
    /// <returns>The running read, for which no request waits; completed if none was started.</returns>
    public Task RefreshAsync() => TryBegin(Period)
        // Task.Run: the request must not wait for the SDK's synchronous part either.
        ? Task.Run(() => ReadAsync(_refreshTimeout))
        : Task.CompletedTask;

    private bool TryBegin(TimeSpan sinceLastTry)
    {
        lock (_lock)
        {
            // Not GetTimestamp: it may not advance while Lambda has frozen the function.
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
            // The previous values stay in force; nothing else would see an exception of a background task.
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
        if (parameter.Apply(response.Parameters?.Find(candidate => candidate.Name == name)) is not { } refusal)
        {
            return false;
        }

        // Logged once; the metric repeats while the value is invalid.
        if (refusal.IsNew)
        {
            log.ParameterRefused(name, refusal.Reason, _current.Version);
        }

        return true;
    }
}

/// <summary>All parameters: one per <see cref="WorkoutLimit"/>, and the types.</summary>
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
/// The versions of the parameters: <c>max-duration-minutes:3,supported-types:2</c>, with <c>deployed</c> for a value of the deployment;
/// unchanged parameters are omitted. Just <c>deployed</c> or <c>first</c> if it applies to all. Each log line has it.
/// </param>
public sealed record RulesSnapshot(WorkoutRules Rules, string Version);

/// <summary>Creates SSM clients for a function.</summary>
public static class ParameterClients
{
    /// <param name="region">The system name, such as <c>us-east-1</c>.</param>
    public static IAmazonSimpleSystemsManagement Create(string region) => new AmazonSimpleSystemsManagementClient(
        new EnvironmentVariablesAWSCredentials(),
        new AmazonSimpleSystemsManagementConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region), MaxErrorRetry = 1, HttpClientFactory = new AwsHttp() });
}
