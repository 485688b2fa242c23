namespace WorkoutLog.Offline.ProviderSdk.Declarations;

/// <summary>Reads an enumeration, which is declared as a constant object of literal values.</summary>
internal static class EnumParser
{
    /// <summary>Null, with the cursor unchanged, if the constant is something else.</summary>
    public static EnumDeclaration? TryParse(TokenCursor cursor)
    {
        var start = cursor.Position;
        cursor.Expect("const");
        var name = cursor.ExpectWord();
        if (!cursor.IsSequence(":", "{"))
        {
            cursor.Position = start;
            return null;
        }

        cursor.Position += 2;
        var members = new List<EnumMemberDeclaration>();
        while (!cursor.TakeIf("}"))
        {
            var deprecated = DeprecationText.Find(cursor.Current.Comment);
            if (!cursor.TakeIf("readonly"))
            {
                cursor.Position = start;
                return null;
            }

            var member = cursor.Take().Text;
            cursor.Expect(":");
            var value = cursor.Current.Kind == TokenKind.Text ? cursor.Current.Text : null;
            cursor.SkipTo(";");
            cursor.Expect(";");
            members.Add(new EnumMemberDeclaration(member, value, deprecated));
        }

        cursor.Expect(";");
        return new EnumDeclaration(name, members);
    }
}
