namespace WorkoutLog.Offline.ProviderSdk.Declarations;

/// <summary>Reads interfaces and classes: their properties and whether the constructor's arguments may be left out.</summary>
internal static class MemberParser
{
    public static InterfaceDeclaration ParseInterface(TokenCursor cursor)
    {
        cursor.Expect("interface");
        var name = cursor.ExpectWord();
        cursor.SkipTo("{");
        cursor.Expect("{");
        var members = new List<MemberDeclaration>();
        while (!cursor.TakeIf("}"))
        {
            members.Add(ParseMember(cursor));
        }

        return new InterfaceDeclaration(name, members);
    }

    public static ClassDeclaration ParseClass(TokenCursor cursor, string? deprecated)
    {
        cursor.Expect("class");
        var name = cursor.ExpectWord();
        cursor.SkipTo("{");
        cursor.Expect("{");
        var members = new List<MemberDeclaration>();
        var argumentsOptional = false;
        while (!cursor.TakeIf("}"))
        {
            if (cursor.Is("readonly"))
            {
                members.Add(ParseMember(cursor));
                continue;
            }

            if (cursor.IsSequence("constructor", "("))
            {
                cursor.Position++;
                argumentsOptional = FunctionParser.ParseParameters(cursor) is [_, { Optional: true }, ..];
            }

            cursor.SkipTo(";");
            cursor.Expect(";");
        }

        return new ClassDeclaration(name, members, argumentsOptional, deprecated);
    }

    private static MemberDeclaration ParseMember(TokenCursor cursor)
    {
        var deprecated = DeprecationText.Find(cursor.Current.Comment);
        cursor.TakeIf("readonly");
        var name = cursor.Current.Kind == TokenKind.Text ? cursor.Take().Text : cursor.ExpectWord();
        var optional = cursor.TakeIf("?");
        cursor.Expect(":");
        var type = TypeParser.ParseMemberType(cursor);
        cursor.Expect(";");
        return new MemberDeclaration(name, optional, type, deprecated);
    }
}
