namespace WorkoutLog.Offline.ProviderSdk.Declarations;

public enum TokenKind
{
    /// <summary>A name, a keyword or a number: the grammar distinguishes them by position.</summary>
    Word,

    /// <summary>A quoted text; <see cref="Token.Text"/> is the text between the quotes.</summary>
    Text,

    /// <summary>One character of punctuation.</summary>
    Sign,

    End,
}

/// <param name="Kind">The kind of token.</param>
/// <param name="Text">The characters, without quotes for <see cref="TokenKind.Text"/>.</param>
/// <param name="Start">Index of the first character in the source.</param>
/// <param name="End">Index after the last character in the source.</param>
/// <param name="Comment">The documentation comment right before it, or null.</param>
public readonly record struct Token(TokenKind Kind, string Text, int Start, int End, string? Comment)
{
    public bool Is(string text) => Kind != TokenKind.Text && Text == text;
}
