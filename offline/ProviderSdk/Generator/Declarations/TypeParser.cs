namespace WorkoutLog.Offline.ProviderSdk.Declarations;

/// <summary>Reads the type after a member's colon, up to its semicolon.</summary>
public static class TypeParser
{
    /// <summary>The type; <see cref="OtherTypeSyntax"/> for a type outside the subset. Stops at the ending semicolon.</summary>
    public static TypeSyntax ParseMemberType(TokenCursor cursor)
    {
        var start = cursor.Position;
        try
        {
            var type = ParseUnion(cursor);
            if (cursor.Is(";"))
            {
                return type;
            }
        }
        catch (FormatException)
        {
            // Outside the subset: kept as text below, so that it is reported where it is used, if it is.
        }

        cursor.Position = start;
        cursor.SkipTo(";");
        return new OtherTypeSyntax(cursor.TextSince(start));
    }

    private static TypeSyntax ParseUnion(TokenCursor cursor)
    {
        var start = cursor.Position;
        cursor.TakeIf("|");
        var alternatives = new List<TypeSyntax> { ParsePostfix(cursor) };
        while (cursor.TakeIf("|"))
        {
            alternatives.Add(ParsePostfix(cursor));
        }

        return alternatives.Count == 1 ? alternatives[0] : new UnionTypeSyntax(cursor.TextSince(start), alternatives);
    }

    private static TypeSyntax ParsePostfix(TokenCursor cursor)
    {
        var start = cursor.Position;
        var type = ParsePrimary(cursor);
        while (cursor.IsSequence("[", "]"))
        {
            cursor.Position += 2;
            type = new ArrayTypeSyntax(cursor.TextSince(start), type);
        }

        return type;
    }

    private static TypeSyntax ParsePrimary(TokenCursor cursor)
    {
        if (cursor.TakeIf("("))
        {
            var inner = ParseUnion(cursor);
            cursor.Expect(")");
            return inner;
        }

        return cursor.Is("{") ? ParseMap(cursor) : ParseNamed(cursor);
    }

    private static MapTypeSyntax ParseMap(TokenCursor cursor)
    {
        var start = cursor.Position;
        cursor.Expect("{");
        cursor.Expect("[");
        cursor.ExpectWord();
        cursor.Expect(":");
        cursor.Expect("string");
        cursor.Expect("]");
        cursor.Expect(":");
        var value = ParseUnion(cursor);
        cursor.TakeIf(";");
        cursor.Expect("}");
        return new MapTypeSyntax(cursor.TextSince(start), value);
    }

    private static NamedTypeSyntax ParseNamed(TokenCursor cursor)
    {
        var start = cursor.Position;
        var name = cursor.ExpectWord();
        while (cursor.TakeIf("."))
        {
            name += "." + cursor.ExpectWord();
        }

        var arguments = new List<TypeSyntax>();
        if (cursor.TakeIf("<"))
        {
            do
            {
                arguments.Add(ParseUnion(cursor));
            }
            while (cursor.TakeIf(","));
            cursor.Expect(">");
        }

        return new NamedTypeSyntax(cursor.TextSince(start), name, arguments);
    }
}
