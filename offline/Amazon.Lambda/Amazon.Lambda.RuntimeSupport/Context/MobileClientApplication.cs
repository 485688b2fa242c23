using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Context;

internal sealed class MobileClientApplication : IClientApplication
{
    public string? AppPackageName { get; private init; }

    public string? AppTitle { get; private init; }

    public string? AppVersionCode { get; private init; }

    public string? AppVersionName { get; private init; }

    public string? InstallationId { get; private init; }

    public static MobileClientApplication Read(JsonElement client) => new()
    {
        AppPackageName = client.TextOrNull("app_package_name"),
        AppTitle = client.TextOrNull("app_title"),
        AppVersionCode = client.TextOrNull("app_version_code"),
        AppVersionName = client.TextOrNull("app_version_name"),
        InstallationId = client.TextOrNull("installation_id"),
    };
}
