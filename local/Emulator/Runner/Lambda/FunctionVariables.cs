namespace WorkoutLog.Local.Runner;

/// <summary>The environment of a function's process: the declared variables and those that Lambda sets, none of the shell.</summary>
internal static class FunctionVariables
{
    /// <summary>The SDK's variable for the endpoint of AWS.</summary>
    public const string AwsEndpoint = "AWS_ENDPOINT_URL";

    /// <param name="awsEndpoint">Endpoint of the function's AWS calls.</param>
    /// <param name="runtimeApi">Host and port of the Runtime API.</param>
    public static IReadOnlyDictionary<string, string> Create(
        FunctionDeclaration function, FunctionCredentials credentials, string region, string codeFolder, Uri awsEndpoint, string runtimeApi)
    {
        var declared = function.Variables.ToImmutableDictionary(variable => variable.Key, variable => Here(variable.Value, codeFolder), StringComparer.Ordinal);
        var variables = declared.SetItems(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["_HANDLER"] = function.Handler,
            ["AWS_ACCESS_KEY_ID"] = credentials.AccessKeyId,
            ["AWS_DEFAULT_REGION"] = region,
            [AwsEndpoint] = awsEndpoint.ToString().TrimEnd('/'),
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = $"{function.MemorySizeMiB}",
            ["AWS_LAMBDA_FUNCTION_NAME"] = function.FunctionName,
            ["AWS_LAMBDA_FUNCTION_VERSION"] = function.Version,
            ["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand",
            ["AWS_LAMBDA_LOG_GROUP_NAME"] = function.LogGroup,
            ["AWS_LAMBDA_LOG_STREAM_NAME"] = $"local/[{function.Version}]",
            ["AWS_LAMBDA_RUNTIME_API"] = runtimeApi,
            ["AWS_REGION"] = region,
            ["AWS_SECRET_ACCESS_KEY"] = credentials.SecretAccessKey,
            ["AWS_SESSION_TOKEN"] = credentials.SessionToken,
            ["LAMBDA_TASK_ROOT"] = codeFolder,
            ["LANG"] = "en_US.UTF-8",
            ["LD_LIBRARY_PATH"] = $"{codeFolder}:{codeFolder}/lib",
            ["PATH"] = "/usr/local/bin:/usr/bin:/bin",
            ["TZ"] = ":UTC",
        });
        if (declared.TryGetValue(FunctionEnvironment.ServiceRoles, out var roles))
        {
            // The local service role exists only here, so no stack lists it.
            variables = variables.SetItem(FunctionEnvironment.ServiceRoles, ServiceRoles.Add(roles, function.Arn.Split(':')[4], LocalIdentity.ServiceRole));
        }

        return function.LogLevel is null ? variables : variables.SetItem("AWS_LAMBDA_LOG_LEVEL", function.LogLevel);
    }

    // Lambda's code folder does not exist on this machine.
    private static string Here(string value, string codeFolder) =>
        value.StartsWith($"{FunctionEnvironment.CodeFolder}/", StringComparison.Ordinal) ? codeFolder + value[FunctionEnvironment.CodeFolder.Length..] : value;
}

/// <summary>The keys of a function's role, random for each run. They identify the calling function.</summary>
public sealed record FunctionCredentials(string FunctionName, string AccessKeyId, string SecretAccessKey, string SessionToken)
{
    public static FunctionCredentials Create(string functionName) => new(
        functionName, "ASIA" + Convert.ToHexString(RandomNumberGenerator.GetBytes(8)),
        Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20)), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20)));
}
