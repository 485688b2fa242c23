namespace WorkoutLog.Contracts;

/// <summary>Environment variables of the functions.</summary>
public static class FunctionEnvironment
{
    /// <summary>The stack (<c>dev</c>), as metrics name it.</summary>
    public const string Environment = "ENVIRONMENT";

    public const string LogsTable = "LOGS_TABLE";

    public const string StatsTable = "STATS_TABLE";

    /// <summary>The least severe line that the function logs: <c>DEBUG</c>, <c>INFO</c>, <c>WARN</c> or <c>ERROR</c>.</summary>
    public const string LogLevel = "LOG_LEVEL";

    /// <summary>
    /// The file with the certificate authorities that the function trusts. The system's own file has about 150 of them, and parsing
    /// those would take most of a cold start.
    /// </summary>
    public const string CertificateFile = "SSL_CERT_FILE";

    /// <summary>
    /// The folder with further authorities: each file in it is read. It must be set even if there is no such folder, because without
    /// it .NET reads the system's folder besides <see cref="CertificateFile"/>.
    /// </summary>
    public const string CertificateFolder = "SSL_CERT_DIR";

    /// <summary>
    /// <c>1</c>: what waits for a socket continues on the thread that saw the answer, without a second thread that must be woken.
    /// .NET reads it from the environment alone. A handler must therefore never block on a task: the thread also reads the sockets.
    /// </summary>
    public const string InlineSocketCompletions = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>Where Lambda unpacks the archive.</summary>
    public const string CodeFolder = "/var/task";

    /// <summary><c>BASIC</c>, or <c>DETAILED</c> for metrics by workout type too.</summary>
    public const string Monitoring = "MONITORING";

    /// <summary>Where the runtime parameters are, without a trailing slash: <c>/workout-log/dev</c>.</summary>
    public const string ParameterPath = "PARAMETER_PATH";

    /// <summary>Deploy-time value of <see cref="ParameterNames.SupportedTypes"/>, in force while the parameter can't be read.</summary>
    public const string SupportedTypes = "SUPPORTED_TYPES";

    /// <summary>Who may act for every user, as <see cref="Contracts.ServiceRoles"/> writes it; nobody when it is empty or absent.</summary>
    public const string ServiceRoles = "SERVICE_ROLES";

    /// <summary><c>1</c>: changes of workouts are marked for the events that are made of them; absent where none are made.</summary>
    public const string Events = "EVENTS";

    /// <summary>The origins whose pages may read answers, as <see cref="CrossOrigin"/> writes them; none when it is empty or absent.</summary>
    public const string AllowedOrigins = "ALLOWED_ORIGINS";
}

/// <summary>SSM parameters that the functions read besides those of each <see cref="WorkoutLimit"/>; each is under <see cref="FunctionEnvironment.ParameterPath"/>.</summary>
public static class ParameterNames
{
    /// <summary>StringList: the workout types in upper case (<c>RUN,CYCLING</c>).</summary>
    public const string SupportedTypes = "supported-types";

    /// <summary>The parameter's full name: <c>/workout-log/dev/supported-types</c>.</summary>
    public static string Under(string path, string name) => $"{path}/{name}";
}
