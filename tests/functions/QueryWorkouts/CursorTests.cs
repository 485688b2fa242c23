using WorkoutLog.QueryWorkouts.Paging;

namespace WorkoutLog.Functions.Tests.QueryWorkouts;

public sealed class CursorTests
{
    private static readonly PagedQuery _query = new("list", "athlete-1", "RUN", "2026-05-01", null);

    [Fact]
    public void Leads_back_to_where_the_page_ended() => Prop.ForAll(Ids(), id =>
    {
        var text = Cursor.After(id, _query);

        Assert.True(Cursor.TryRead(text, _query, out var last));
        Assert.Equal(id, last);
        Assert.Equal(text, Uri.EscapeDataString(text));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Belongs_to_one_query() => Prop.ForAll(Queries(), Queries(), (one, other) =>
        Cursor.TryRead(Cursor.After(WorkoutId.New(DateTimeOffset.UnixEpoch.AddYears(50)), one), other, out _) == (one == other))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Is_refused_when_any_character_differs_or_is_added() => Prop.ForAll(Ids(), Gen.Choose(0, 43).ToArbitrary(), Gen.Choose(1, 63).ToArbitrary(), (id, position, step) =>
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var text = Cursor.After(id, _query).ToCharArray();
        text[position] = Alphabet[(Alphabet.IndexOf(text[position], StringComparison.Ordinal) + step) % Alphabet.Length];

        return !Cursor.TryRead(new string(text), _query, out _)
            && " \n=A".All(more => !Cursor.TryRead(Cursor.After(id, _query) + more, _query, out _) && !Cursor.TryRead(more + Cursor.After(id, _query), _query, out _));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Never_throws() => Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text => !Cursor.TryRead(text ?? "", _query, out _)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("=")]
    [InlineData("\0")]
    [InlineData("\ud800")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("____________________________________________")]
    [InlineData("+++++++++++++++++++++++++++++++++++++++++++/")]
    [InlineData("                                            ")]
    [InlineData("ééééééééééééééééééééééééééééééééééééééééééééé")]
    public void Refuses_anything_but_a_cursor(string text) => Assert.False(Cursor.TryRead(text, _query, out _));

    private static Arbitrary<WorkoutId> Ids() => Gen.Choose(0, 100 * 365 * 24 * 60)
        .Select(minutes => WorkoutId.New(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes)))
        .ToArbitrary();

    // Few values, so that equal queries occur too; some are ambiguous when merely concatenated.
    private static Arbitrary<PagedQuery> Queries()
    {
        var part = Gen.Elements<string?>(null, "", "1", "1:1;", "-1:;");
        return (from kind in Gen.Elements("list", "export")
                from user in Gen.Elements("a", "a1")
                from type in part
                from @from in part
                from to in part
                select new PagedQuery(kind, user, type, @from, to)).ToArbitrary();
    }
}
