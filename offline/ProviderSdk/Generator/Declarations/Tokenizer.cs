using System.Text;

namespace WorkoutLog.Offline.ProviderSdk.Declarations;

/// <summary>Splits TypeScript (or the accompanying JavaScript) into tokens; comments are kept only where they document the next token.</summary>
public static class Tokenizer
{
    /// <summary>All tokens, ended by one of kind <see cref="TokenKind.End"/>.</summary>
    /// <exception cref="FormatException">A quote or a comment is not closed.</exception>
    public static IReadOnlyList<Token> Tokenize(string source)
    {
        var tokens = new List<Token>();
        string? comment = null;
        var at = 0;
        while (at < source.Length)
        {
            var character = source[at];
            if (char.IsWhiteSpace(character))
            {
                at++;
            }
            else if (Starts(source, at, "/*"))
            {
                var end = After(source, at + 2, "*/");
                comment = Starts(source, at, "/**") ? source[at..end] : null;
                at = end;
            }
            else if (Starts(source, at, "//"))
            {
                var end = source.IndexOf('\n', at);
                at = end < 0 ? source.Length : end;
            }
            else
            {
                var token = Read(source, at, comment);
                tokens.Add(token);
                comment = null;
                at = token.End;
            }
        }

        tokens.Add(new Token(TokenKind.End, "end of file", source.Length, source.Length, null));
        return tokens;
    }

    private static Token Read(string source, int at, string? comment)
    {
        var character = source[at];
        if (character is '"' or '\'' or '`')
        {
            return ReadText(source, at, comment);
        }

        var end = at + 1;
        if (!IsWordPart(character))
        {
            return new Token(TokenKind.Sign, source[at..end], at, end, comment);
        }

        while (end < source.Length && IsWordPart(source[end]))
        {
            end++;
        }

        return new Token(TokenKind.Word, source[at..end], at, end, comment);
    }

    private static Token ReadText(string source, int at, string? comment)
    {
        var text = new StringBuilder();
        for (var end = at + 1; end < source.Length; end++)
        {
            if (source[end] == source[at])
            {
                return new Token(TokenKind.Text, text.ToString(), at, end + 1, comment);
            }

            if (source[end] == '\\' && end + 1 < source.Length)
            {
                end++;
            }

            text.Append(source[end]);
        }

        throw new FormatException($"the quote at character {at} is not closed");
    }

    private static bool IsWordPart(char character) => char.IsLetterOrDigit(character) || character is '_' or '$';

    private static bool Starts(string source, int at, string text) =>
        string.CompareOrdinal(source, at, text, 0, text.Length) == 0;

    private static int After(string source, int from, string text)
    {
        var found = source.IndexOf(text, from, StringComparison.Ordinal);
        return found < 0
            ? throw new FormatException($"the comment at character {from - 2} is not closed")
            : found + text.Length;
    }
}
