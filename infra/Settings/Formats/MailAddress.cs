using System.Text.RegularExpressions;

using WorkoutLog.Infra.Settings.Declaration;

namespace WorkoutLog.Infra.Settings.Formats;

/// <summary>A mail address that SNS could send to: plausible, since only a delivery proves one.</summary>
internal static partial class MailAddress
{
    private const int MaxLength = 254;

    public static Verdict<string> Judge(string text) => text.Length <= MaxLength && Form().IsMatch(text)
        ? Verdict.Accept(text)
        : Verdict.Refuse<string>("a mail address such as oncall@example.com");

    [GeneratedRegex(@"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}\z")]
    private static partial Regex Form();
}
