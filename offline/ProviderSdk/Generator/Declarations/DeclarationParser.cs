namespace WorkoutLog.Offline.ProviderSdk.Declarations;

/// <summary>Reads the statements of a <c>.d.ts</c> that declare types; skips the others.</summary>
public static class DeclarationParser
{
    /// <exception cref="FormatException">The file is not a declaration file of the subset; the message has the line.</exception>
    public static DeclarationFile Parse(string source)
    {
        var file = new DeclarationFile();
        ParseStatements(new TokenCursor(source), file, prefix: string.Empty);
        return file;
    }

    private static void ParseStatements(TokenCursor cursor, DeclarationFile file, string prefix)
    {
        while (!cursor.AtEnd && !cursor.Is("}"))
        {
            var deprecated = DeprecationText.Find(cursor.Current.Comment);
            if (cursor.IsSequence("import", "{"))
            {
                ParseImport(cursor, file);
                continue;
            }

            while (cursor.TakeIf("export") || cursor.TakeIf("declare"))
            {
                // Both only mean that it is visible, which everything here is.
            }

            switch (cursor.Current.Text)
            {
                case "namespace":
                    ParseNamespace(cursor, file, prefix);
                    break;
                case "interface":
                    var type = MemberParser.ParseInterface(cursor);
                    file.Interfaces[prefix + type.Name] = type;
                    break;
                case "class":
                    var resource = MemberParser.ParseClass(cursor, deprecated);
                    file.Classes[prefix + resource.Name] = resource;
                    break;
                case "function":
                    var function = FunctionParser.Parse(cursor, deprecated);
                    // The first declaration of an overloaded function is the one with every parameter.
                    file.Functions.TryAdd(prefix + function.Name, function);
                    break;
                case "const" when EnumParser.TryParse(cursor) is { } values:
                    file.Enums[prefix + values.Name] = values;
                    break;
                default:
                    cursor.SkipTo(";");
                    cursor.Expect(";");
                    break;
            }
        }
    }

    private static void ParseImport(TokenCursor cursor, DeclarationFile file)
    {
        cursor.Position += 2;
        while (!cursor.TakeIf("}"))
        {
            var name = cursor.ExpectWord();
            file.ImportedNames.Add(cursor.TakeIf("as") ? cursor.ExpectWord() : name);
            cursor.TakeIf(",");
        }

        cursor.SkipTo(";");
        cursor.Expect(";");
    }

    private static void ParseNamespace(TokenCursor cursor, DeclarationFile file, string prefix)
    {
        cursor.Expect("namespace");
        var name = cursor.ExpectWord();
        cursor.Expect("{");
        ParseStatements(cursor, file, $"{prefix}{name}.");
        cursor.Expect("}");
    }
}
