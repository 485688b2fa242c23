namespace WorkoutLog.Local.Tests.Runner.Iam.Policies;

public sealed class WildcardTests
{
    [Theory]
    [InlineData("*", "", true)]
    [InlineData("?", "", false)]
    [InlineData("dynamodb:*Item", "dynamodb:PutItem", true)]
    [InlineData("dynamodb:*Item", "dynamodb:PutItems", false)]
    [InlineData("arn:aws:ssm:*:*:parameter/a?", "arn:aws:ssm:us-east-1:1:parameter/ab", true)]
    [InlineData("arn:aws:ssm:*:*:parameter/a?", "arn:aws:ssm:us-east-1:1:parameter/a", false)]
    [InlineData("table/logs", "table/logs-2", false)]
    [InlineData("table/logs", "table/Logs", false)]
    [InlineData("a.c", "abc", false)]
    [InlineData("DynamoDB:put*", "dynamodb:PutItem", false)]
    [InlineData("DynamoDB:put*", "dynamodb:PutItem", true, true)]
    public void A_star_matches_any_text_and_a_question_mark_one_character(string pattern, string text, bool expected, bool ignoreCase = false) =>
        Assert.Equal(expected, ignoreCase ? Wildcard.Matches(pattern, text, ignoreCase) : Wildcard.Matches(pattern, text));

    [Fact]
    public void Agrees_with_the_definition()
    {
        var text = Gen.Elements('a', 'b', ':').ListOf().Select(letters => string.Concat(letters));
        var pattern = Gen.Elements('a', 'b', ':', '*', '?').ListOf().Select(letters => string.Concat(letters));

        Prop.ForAll(pattern.Zip(text).ToArbitrary(), pair => Wildcard.Matches(pair.Item1, pair.Item2) == Defined(pair.Item1, pair.Item2)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Matches_what_the_pattern_was_made_from()
    {
        var parts = Gen.Elements("a", "*", "?", "ab", "::").ListOf();
        var filled = parts.Select(list => (
            Pattern: string.Concat(list),
            Text: string.Concat(list.Select((part, place) => part switch { "*" => new string('x', place), "?" => "y", _ => part }))));

        Prop.ForAll(filled.ToArbitrary(), pair => Wildcard.Matches(pair.Pattern, pair.Text)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Is_fast_with_a_pattern_of_many_stars() => Assert.False(Wildcard.Matches(string.Concat(Enumerable.Repeat("a*", 200)) + "b", new string('a', 5000)));

    // Linear in time: with backtracking some random pairs never end.
    private static bool Defined(string pattern, string text) => Regex.IsMatch(
        text,
        $@"\A{Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal)}\z",
        RegexOptions.NonBacktracking);
}
