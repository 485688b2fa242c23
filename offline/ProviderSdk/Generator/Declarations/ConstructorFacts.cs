namespace WorkoutLog.Offline.ProviderSdk.Declarations;

/// <summary>
/// Facts that a resource's declarations omit, read from its compiled constructor (<c>.js</c>):
/// secrets, properties that force replacement, inputs with a default, and former types.
/// </summary>
public sealed record ConstructorFacts(
    IReadOnlyList<string> SecretInputs,
    IReadOnlyList<string> SecretOutputs,
    IReadOnlyList<string> ReplaceOnChanges,
    IReadOnlyList<string> AliasTypes,
    IReadOnlyList<string> DefaultedInputs)
{
    /// <exception cref="FormatException">A quote or comment is not closed.</exception>
    public static ConstructorFacts Parse(string script)
    {
        var tokens = Tokenizer.Tokenize(script);
        return new ConstructorFacts(
            SecretCalls(tokens),
            TextsAfter(tokens, "additionalSecretOutputs"),
            TextsAfter(tokens, "replaceOnChanges"),
            TextsAfter(tokens, "aliases"),
            Defaults(tokens));
    }

    // pulumi.secret(args.value)
    private static List<string> SecretCalls(IReadOnlyList<Token> tokens)
    {
        var names = new List<string>();
        for (var at = 0; at + 4 < tokens.Count; at++)
        {
            if (tokens[at].Is("secret") && tokens[at + 1].Is("(") && tokens[at + 2].Is("args") && tokens[at + 3].Is("."))
            {
                names.Add(tokens[at + 4].Text);
            }
        }

        return names;
    }

    // resourceInputs["description"] = (args?.description) ?? "Managed by Pulumi"; or … inputs.rds.nameProvideDefaults(…)
    private static List<string> Defaults(IReadOnlyList<Token> tokens)
    {
        var names = new List<string>();
        var input = string.Empty;
        for (var at = 0; at + 2 < tokens.Count; at++)
        {
            if (tokens[at].Is("resourceInputs") && tokens[at + 2].Kind == TokenKind.Text)
            {
                input = tokens[at + 2].Text;
            }
            else if ((tokens[at].Is(")") && tokens[at + 1].Is("?") && tokens[at + 2].Is("?"))
                || tokens[at].Text.EndsWith("ProvideDefaults", StringComparison.Ordinal))
            {
                names.Add(input);
            }
        }

        return names;
    }

    // name: ["first", "second"] or name: [{ type: "first" }]
    private static List<string> TextsAfter(IReadOnlyList<Token> tokens, string name)
    {
        var texts = new List<string>();
        for (var at = 0; at + 2 < tokens.Count; at++)
        {
            if (tokens[at].Is(name) && tokens[at + 1].Is(":") && tokens[at + 2].Is("["))
            {
                texts.AddRange(tokens.Skip(at + 3)
                    .TakeWhile(token => !token.Is("]") && token.Kind != TokenKind.End)
                    .Where(token => token.Kind == TokenKind.Text)
                    .Select(token => token.Text));
            }
        }

        return texts;
    }
}
