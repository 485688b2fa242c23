using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;

namespace WorkoutLog.Http.Runtime;

/// <summary>Reads the rules that operators can change without a deployment.</summary>
public sealed class RuntimeRules(IAmazonSimpleSystemsManagement parameters, Log log, TimeProvider time)
{
    // A start must not wait longer for values that it can do without.
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(2);

    /// <summary>One call; each value that is absent or invalid, or all when SSM gives no answer, are taken from the fallback.</summary>
    /// <param name="path">Without a trailing slash, such as <c>/workout-log/dev</c>.</param>
    public async Task<WorkoutRules> ReadAsync(string path, WorkoutRules fallback)
    {
        var maxDuration = ParameterNames.Under(path, ParameterNames.MaxDurationMinutes);
        var supportedTypes = ParameterNames.Under(path, ParameterNames.SupportedTypes);
        if (await GetAsync([maxDuration, supportedTypes]) is not { } values)
        {
            return fallback;
        }

        return new WorkoutRules(
            MaxDurationOf(values, maxDuration) ?? fallback.MaxDurationMinutes,
            SupportedTypesOf(values, supportedTypes) ?? fallback.SupportedTypes);
    }

    private async Task<Dictionary<string, string>?> GetAsync(List<string> names)
    {
        using var cancellation = new CancellationTokenSource(_timeout, time);
        try
        {
            GetParametersResponse response = await parameters
                .GetParametersAsync(new GetParametersRequest { Names = names }, cancellation.Token);
            return (response.Parameters ?? []).ToDictionary(parameter => parameter.Name, parameter => parameter.Value);
        }
        catch (Exception exception) when (IsFaultOfTheCall(exception))
        {
            log.ParametersNotRead(exception);
            return null;
        }
    }

    private static bool IsFaultOfTheCall(Exception exception) => exception
        is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or OperationCanceledException;

    private decimal? MaxDurationOf(Dictionary<string, string> values, string name)
    {
        if (WorkoutRules.TryParseMaxDuration(values.GetValueOrDefault(name), out var minutes))
        {
            return minutes;
        }

        LogUnused(values, name);
        return null;
    }

    private IReadOnlyList<string>? SupportedTypesOf(Dictionary<string, string> values, string name)
    {
        if (WorkoutRules.TryParseSupportedTypes(values.GetValueOrDefault(name), out IReadOnlyList<string>? types))
        {
            return types;
        }

        LogUnused(values, name);
        return null;
    }

    private void LogUnused(Dictionary<string, string> values, string name) =>
        log.ParameterNotUsed(name, values.ContainsKey(name) ? "its value is not valid" : "there is no such parameter");
}
