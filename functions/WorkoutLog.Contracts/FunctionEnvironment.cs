namespace WorkoutLog.Contracts;

/// <summary>Environment variables of the functions.</summary>
public static class FunctionEnvironment
{
    /// <summary>The stack in metrics, such as <c>dev</c>.</summary>
    public const string Environment = "ENVIRONMENT";

    public const string LogsTable = "LOGS_TABLE";

    public const string StatsTable = "STATS_TABLE";

    /// <summary>The minimum level that the function logs: <c>DEBUG</c>, <c>INFO</c>, <c>WARN</c> or <c>ERROR</c>.</summary>
    public const string LogLevel = "LOG_LEVEL";

    /// <summary>
    /// The file with the certificate authorities that the function trusts. The system's file has about 150, and parsing
    /// it would take most of a cold start.
    /// </summary>
    public const string CertificateFile = "SSL_CERT_FILE";

    /// <summary>
    /// The folder with further authorities: each file in it is read. It must be set even if the folder does not exist; otherwise
    /// .NET also reads the system's folder.
    /// </summary>
    public const string CertificateFolder = "SSL_CERT_DIR";

    /// <summary>
    /// <c>1</c>: socket continuations run on the thread that polls the sockets, which saves a thread switch. .NET reads it only from
    /// the environment. A handler must never block on a task, because the same thread reads the sockets.
    /// </summary>
    public const string InlineSocketCompletions = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>The folder where Lambda unpacks the archive.</summary>
    public const string CodeFolder = "/var/task";

    /// <summary><c>BASIC</c>, or <c>DETAILED</c> to add metrics by workout type.</summary>
    public const string Monitoring = "MONITORING";

    /// <summary>The path of the runtime parameters, without a trailing slash: <c>/workout-log/dev</c>.</summary>
    public const string ParameterPath = "PARAMETER_PATH";

    /// <summary>Deploy-time value of <see cref="ParameterNames.SupportedTypes"/>; applies while the parameter can't be read.</summary>
    public const string SupportedTypes = "SUPPORTED_TYPES";

    /// <summary>The roles that may act for every user, as <see cref="Contracts.ServiceRoles"/> writes them; none if empty or absent.</summary>
    public const string ServiceRoles = "SERVICE_ROLES";

    /// <summary><c>1</c>: changes of workouts are marked for events; absent without events.</summary>
    public const string Events = "EVENTS";

    /// <summary>The origins whose pages may read responses, as <see cref="CrossOrigin"/> writes them; none if empty or absent.</summary>
    public const string AllowedOrigins = "ALLOWED_ORIGINS";
}

/// <summary>SSM parameters that the functions read in addition to those of each <see cref="WorkoutLimit"/>; each is under <see cref="FunctionEnvironment.ParameterPath"/>.</summary>
public static class ParameterNames
{
    /// <summary>StringList: the workout types in upper case (<c>RUN,CYCLING</c>).</summary>
    public const string SupportedTypes = "supported-types";

    /// <summary>The parameter's full name: <c>/workout-log/dev/supported-types</c>.</summary>
    public static string Under(string path, string name) => $"{path}/{name}";
}
