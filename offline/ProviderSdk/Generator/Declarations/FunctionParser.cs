namespace WorkoutLog.Offline.ProviderSdk.Declarations;

/// <summary>Reads a function's name and parameters; their types follow from the names of its interfaces.</summary>
internal static class FunctionParser
{
    public static FunctionDeclaration Parse(TokenCursor cursor, string? deprecated)
    {
        cursor.Expect("function");
        var name = cursor.ExpectWord();
        cursor.SkipTo("(");
        var parameters = ParseParameters(cursor);
        cursor.SkipTo(";");
        cursor.Expect(";");
        return new FunctionDeclaration(name, parameters, deprecated);
    }

    /// <summary>Reads from the opening to the closing parenthesis, both included.</summary>
    public static IReadOnlyList<(string Name, bool Optional)> ParseParameters(TokenCursor cursor)
    {
        var parameters = new List<(string, bool)>();
        cursor.Expect("(");
        while (!cursor.TakeIf(")"))
        {
            while (cursor.TakeIf("."))
            {
                // The dots of a rest parameter.
            }

            parameters.Add((cursor.ExpectWord(), cursor.TakeIf("?")));
            cursor.SkipTo(",", ")");
            cursor.TakeIf(",");
        }

        return parameters;
    }
}
