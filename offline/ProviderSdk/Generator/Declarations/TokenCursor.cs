namespace WorkoutLog.Offline.ProviderSdk.Declarations;

/// <summary>A position in a file's tokens.</summary>
public sealed class TokenCursor(string source, IReadOnlyList<Token> tokens)
{
    public TokenCursor(string source)
        : this(source, Tokenizer.Tokenize(source))
    {
    }

    /// <summary>Index of <see cref="Current"/> among the tokens; may be reset to an earlier position.</summary>
    public int Position { get; set; }

    public Token Current => tokens[Position];

    public bool AtEnd => Current.Kind == TokenKind.End;

    public bool Is(string text) => Current.Is(text);

    /// <summary>True when the next tokens are exactly these.</summary>
    public bool IsSequence(params ReadOnlySpan<string> texts)
    {
        for (var index = 0; index < texts.Length; index++)
        {
            if (Position + index >= tokens.Count || !tokens[Position + index].Is(texts[index]))
            {
                return false;
            }
        }

        return true;
    }

    public Token Take()
    {
        var token = Current;
        if (!AtEnd)
        {
            Position++;
        }

        return token;
    }

    public bool TakeIf(string text)
    {
        if (!Is(text))
        {
            return false;
        }

        Position++;
        return true;
    }

    /// <exception cref="FormatException">The current token differs.</exception>
    public void Expect(string text)
    {
        if (!TakeIf(text))
        {
            throw Unexpected($"'{text}'");
        }
    }

    /// <exception cref="FormatException">The current token is not a name.</exception>
    public string ExpectWord() => Current.Kind == TokenKind.Word ? Take().Text : throw Unexpected("a name");

    /// <summary>Moves to the next of these signs outside brackets, or to the bracket that closes the surrounding block.</summary>
    public void SkipTo(params ReadOnlySpan<string> signs)
    {
        var depth = 0;
        for (; !AtEnd; Position++)
        {
            if (depth == 0 && Current.Kind == TokenKind.Sign && signs.Contains(Current.Text))
            {
                return;
            }

            if (Is("{") || Is("(") || Is("["))
            {
                depth++;
            }
            else if ((Is("}") || Is(")") || Is("]")) && --depth < 0)
            {
                return;
            }
        }
    }

    /// <summary>The source from the token at this index up to the current one, on one line.</summary>
    public string TextSince(int position)
    {
        var last = Math.Max(position, Position - 1);
        var text = source[tokens[position].Start..tokens[last].End];
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private FormatException Unexpected(string wanted)
    {
        var line = source.AsSpan(0, Current.Start).Count('\n') + 1;
        return new FormatException($"line {line}: {wanted} expected, '{Current.Text}' found");
    }
}
