namespace WorkoutLog.Contracts;

/// <summary>The roles of backends that may act for every user, as <see cref="FunctionEnvironment.ServiceRoles"/> holds them.</summary>
public static class ServiceRoles
{
    // Session ARNs have no space; a role's name may have a comma.
    private const char Separator = ' ';

    /// <summary>The start of the ARN of every session of a role: <c>arn:aws:sts::123456789012:assumed-role/importer</c>.</summary>
    /// <param name="name">Without the path, which AWS omits too.</param>
    public static string SessionsOf(string account, string name) => $"arn:aws:sts::{account}:assumed-role/{name}";

    public static string Write(string account, IEnumerable<string> names) => string.Join(Separator, names.Select(name => SessionsOf(account, name)));

    /// <returns>The list with one more role.</returns>
    public static string Add(string written, string account, string name) => $"{written}{Separator}{SessionsOf(account, name)}".TrimStart(Separator);

    /// <param name="written">Null and empty contain no role.</param>
    public static IReadOnlyList<string> Read(string? written) => (written ?? "").Split(Separator, StringSplitOptions.RemoveEmptyEntries);
}
