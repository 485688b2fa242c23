using System.Collections.Immutable;
using System.Text.RegularExpressions;
using WorkoutLog.Infra.Naming;

using WorkoutLog.Infra.Settings.Declaration;

namespace WorkoutLog.Infra.Settings.Formats;

/// <summary>A tag, written <c>key=value</c>, by the rules that all AWS services share.</summary>
internal static partial class Tag
{
    private const string Characters = "letters, digits, spaces and _ . : / = + - @";

    // The stack sets these itself, and IAM ignores case: Project equals project.
    public static readonly ImmutableArray<string> StandardKeys = [StackTags.Project, StackTags.Stack, StackTags.Component, StackTags.CostCentre, StackTags.Severity];

    public static string ValueForm => $"1 to 256 characters: {Characters}";

    public static bool IsValue(string text) => Value().IsMatch(text);

    public static Reading<string> Judge(SettingText text)
    {
        if (!KeyAndValue().IsMatch(text.Text))
        {
            return text.Refuse<string>($"key=value, with a key of 1 to 128 and a value of 0 to 256 characters: {Characters}");
        }

        var key = Key(text.Text);
        if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
        {
            return text.Refuse<string>("a key that does not begin with aws:, which AWS reserves");
        }

        return text.Require(
            !StandardKeys.Contains(key, StringComparer.OrdinalIgnoreCase),
            $"a key other than {string.Join(", ", StandardKeys)}, which the stack sets itself");
    }

    /// <param name="tag">A valid tag.</param>
    public static string Key(string tag) => tag[..Separator(tag)];

    /// <param name="tag">A valid tag.</param>
    public static string ValueOf(string tag) => tag[(Separator(tag) + 1)..];

    private static int Separator(string tag) => tag.IndexOf('=', StringComparison.Ordinal);

    // AWS allows = in a key; here the first = ends the key.
    [GeneratedRegex(@"^[\p{L}\p{Z}\p{N}_.:/+\-@]{1,128}=[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}\z")]
    private static partial Regex KeyAndValue();

    [GeneratedRegex(@"^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,256}\z")]
    private static partial Regex Value();
}
