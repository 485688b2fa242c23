using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using WorkoutLog.Infra.Settings;
using WorkoutLog.Infra.Settings.Declaration;
using WorkoutLog.Local.Plan.Waivers;

namespace WorkoutLog.Infra.Tests.Settings;

/// <summary>Renders the settings for people (Markdown) and for Pulumi (YAML).</summary>
internal static partial class SettingsReference
{
    // The settings of the program, and the one of plans.
    public static readonly Setting[] All = [.. SettingKeys.All, WaiverSetting.Declaration];

    /// <summary>The text of <c>docs/settings.md</c>.</summary>
    public static string Markdown()
    {
        var text = new StringBuilder("""
            # Settings

            `Pulumi.<stack>.yaml` sets a stack's values as `workout-log:<key>`; missing keys have their defaults. [`Pulumi.dev.yaml`](../Pulumi.dev.yaml) is a small stack, [`Pulumi.prod.yaml`](../Pulumi.prod.yaml) a full one. The region is the AWS provider's own setting, `aws:region`. It is required and must be a region of the partition `aws`. `aws-native:region` sets it for the second provider, which creates the objectives.

            ```sh
            pulumi config set workout-log:capacity autoscaled --stack dev
            pulumi config set --path 'workout-log:alarmEmails[0]' oncall@example.com --stack dev
            ```

            Set a list element by element, as in the second line, or in the file. All settings are validated before any resource is registered. Each error names the key, the constraint, the value and the command that fixes it.

            | key | type | default | allowed | effect |
            | --- | --- | --- | --- | --- |

            """);
        foreach (var setting in All)
        {
            string[] cells = [$"`{setting.Key}`", setting.Type, $"`{Shown(setting)}`", setting.Allowed, setting.Description];
            text.AppendLine(CultureInfo.InvariantCulture, $"| {string.Join(" | ", cells)} |");
        }

        text.Append("""

            Rules across settings:

            - In every mode `capacityMin` is at most `capacityMax`, and `indexCapacityMin` at most `indexCapacityMax`.
            - A canary percentage above 0 needs a stable version of the same function. A stable version alone is a rollback.
            - `domainName` and `certificateArn` are set together or not at all, and the certificate is in `aws:region`.
            - The layer of `certificateLayer` is in `aws:region`.
            - `monitoring: detailed` needs `aws-native:region`, with the same value as `aws:region`.
            - `production` needs at least one address in `alarmEmails`.

            AWS resources are named after the stack. Its name has only letters, digits, hyphens and underscores. Together with the project's name and a hyphen it has at most 96 characters.

            Other namespaces in a stack's file, or in `config` of `Pulumi.yaml`:

            | key | effect |
            | --- | --- |
            | `aws:defaultTags` | The provider adds the tags to its resources. `preview` shows them and `plan` compares them. A tag that differs from the stack's own only in letter case is rejected, because IAM rejects it. |
            | `pulumi:disable-default-providers` | Rejected for `*`, `aws` and `aws-native`, because the program uses default providers. |
            | any other, such as `aws:assumeRole`, and `environment` | Only `pulumi` honours it. Local commands name it on standard error. |

            A local command cannot decrypt a `secure:` value. It rejects one in `workout-log:` or in a region, and ignores all others.

            This file is generated from the code, and a test compares them. After a change run `UPDATE_SNAPSHOTS=1 dotnet test tests/infra`.

            """);
        return text.Replace("\r\n", "\n").ToString();
    }

    /// <summary>The section <c>config</c> of <c>Pulumi.yaml</c>.</summary>
    public static string ProjectConfig()
    {
        var text = new StringBuilder("config:\n");
        foreach (var setting in All)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {setting.Key}:\n    type: {setting.Type}\n");
            text.Append(setting.Type == "array" ? "    items:\n      type: string\n" : "");
            text.Append(CultureInfo.InvariantCulture, $"    default: {DefaultNode(setting)}\n");
            text.Append(CultureInfo.InvariantCulture, $"    description: {Scalar(setting.Description)}\n");
        }

        return text.ToString();
    }

    private static string Shown(Setting setting) => setting.DefaultText == "" ? "\"\"" : setting.DefaultText;

    private static string DefaultNode(Setting setting) => setting.Type switch
    {
        "string" => Scalar(setting.DefaultText),
        "array" => $"[{string.Join(", ", JsonSerializer.Deserialize<string[]>(setting.DefaultText)!.Select(Scalar))}]",
        _ => setting.DefaultText,
    };

    // Quotes text that YAML could parse as a number, a list or a mapping.
    private static string Scalar(string text) => PlainText().IsMatch(text) ? text : JsonSerializer.Serialize(text);

    [GeneratedRegex(@"^(?!(?:true|false|yes|no|on|off|null)\z)[A-Za-z][A-Za-z0-9 ,.'/_-]*\z", RegexOptions.IgnoreCase)]
    private static partial Regex PlainText();
}
