using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using WorkoutLog.Infra.Settings;
using WorkoutLog.Infra.Settings.Declaration;
using WorkoutLog.Local.Plan.Waivers;

namespace WorkoutLog.Infra.Tests.Settings;

/// <summary>Says what the code knows about the settings in the two forms that people and Pulumi read.</summary>
internal static partial class SettingsReference
{
    // Those that the program reads, and the one that only a plan does.
    public static readonly Setting[] All = [.. SettingKeys.All, WaiverSetting.Declaration];

    /// <summary>The text of <c>docs/settings.md</c>.</summary>
    public static string Markdown()
    {
        var text = new StringBuilder("""
            # Settings

            What may differ from stack to stack. A stack's values stand in `Pulumi.<stack>.yaml` as `workout-log:<key>`; a key that is missing there has its default. [`Pulumi.dev.yaml`](../Pulumi.dev.yaml) and [`Pulumi.prod.yaml`](../Pulumi.prod.yaml) show both ends. The region is the AWS provider's own setting, `aws:region`, and must be set to a region of the partition `aws`; `aws-native:region` says it to the second provider, from which the objectives come.

            ```sh
            pulumi config set workout-log:capacity autoscaled --stack dev
            pulumi config set --path 'workout-log:alarmEmails[0]' oncall@example.com --stack dev
            ```

            A list is set element by element, as in the second line, or in the file. Before any resource is registered everything is checked at once; each error names the key, the value, what is allowed and the command that mends it.

            | key | type | default | allowed | what it decides |
            | --- | --- | --- | --- | --- |

            """);
        foreach (var setting in All)
        {
            string[] cells = [$"`{setting.Key}`", setting.Type, $"`{Shown(setting)}`", setting.Allowed, setting.Description];
            text.AppendLine(CultureInfo.InvariantCulture, $"| {string.Join(" | ", cells)} |");
        }

        text.Append("""

            What only holds between settings:

            - `capacityMin` is not above `capacityMax`, and `indexCapacityMin` not above `indexCapacityMax`, in either mode.
            - A canary percentage above 0 needs a stable version of the same function. A stable version alone is a roll-back.
            - `domainName` and `certificateArn` are set together or not at all, and the certificate is in `aws:region`.
            - The layer of `certificateLayer` is in `aws:region`.
            - `monitoring: detailed` needs `aws-native:region`, and in it the same as in `aws:region`.
            - `production` needs at least one address in `alarmEmails`.

            AWS resources are named after the stack, so its name has only letters, digits, hyphens and underscores, and with the project's name and a hyphen at most 96 characters.

            Other namespaces in a stack's file, or in `config` of `Pulumi.yaml`:

            | key | effect |
            | --- | --- |
            | `aws:defaultTags` | The provider adds the tags to its resources. `preview` shows them and `plan` compares them. A tag that differs from the stack's own in letter case only is refused, as IAM refuses it. |
            | `pulumi:disable-default-providers` | Refused for `*`, `aws` and `aws-native`: the program uses default providers. |
            | any other, such as `aws:assumeRole`, and `environment` | Only `pulumi` honours it. Local commands name it on standard error. |

            A local command cannot decrypt a `secure:` value. It refuses one in `workout-log:` or in a region, and ignores any other.

            This file is written from the code; a test compares the two. After a change: `UPDATE_SNAPSHOTS=1 dotnet test tests/infra`.

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

    // A word or a sentence stands as it is; what YAML could take for a number, a list or a mapping is quoted.
    private static string Scalar(string text) => PlainText().IsMatch(text) ? text : JsonSerializer.Serialize(text);

    [GeneratedRegex(@"^(?!(?:true|false|yes|no|on|off|null)\z)[A-Za-z][A-Za-z0-9 ,.'/_-]*\z", RegexOptions.IgnoreCase)]
    private static partial Regex PlainText();
}
