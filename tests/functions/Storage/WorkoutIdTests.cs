namespace WorkoutLog.Functions.Tests.Storage;

public sealed class WorkoutIdTests
{
    private static readonly DateTimeOffset _moment = new(2026, 5, 1, 0, 30, 0, 123, 456, TimeSpan.FromHours(2));

    [Fact]
    public void Encodes_a_UTC_sort_key_with_a_unique_suffix_in_22_safe_characters()
    {
        WorkoutId id = WorkoutId.New(_moment);

        Assert.Matches("^2026-04-30T22:30:00\\.123456Z#[0-9a-f]{16}$", id.SortKey);
        Assert.Matches("^[A-Za-z0-9_-]{22}$", id.ToString());
        Assert.Equal(_moment, id.Timestamp);
        Assert.NotEqual(id, WorkoutId.New(_moment));
    }

    [Fact]
    public void Text_and_sort_key_parse_back_to_the_id() => Prop.ForAll(Moments(), moment =>
    {
        WorkoutId id = WorkoutId.New(moment);

        return WorkoutId.TryParse(id.ToString(), out var ofText) && ofText == id
            && WorkoutId.TryParseSortKey(id.SortKey, out var ofKey) && ofKey == id;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Sort_keys_sort_by_time() => Prop.ForAll(Moments(), Moments(), (earlier, later) =>
        earlier == later
        || string.CompareOrdinal(WorkoutId.New(earlier).SortKey, WorkoutId.New(later).SortKey) < 0 == (earlier < later)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")] // before 2000
    [InlineData("f_________________8AAA")] // beyond the year 9999
    [InlineData("__________8AAAAAAAAAAA")] // a negative time
    [InlineData("AAZRJ9C1AEAAAAAAAAAAA")] // too short
    [InlineData("AAZRJ9C1AEAAAAAAAAAAAAA")] // too long
    [InlineData("AAZRJ9C1+EAAAAAAAAAAAA")] // not base64url
    [InlineData("AAZRJ9C1 EAAAAAAAAAAAA")] // a space, which base64 readers skip
    [InlineData("AAZRJ9C1AEAAAAAAAAAAAB")] // bits behind the end: another text for the same bytes
    public void Refuses_anything_but_an_id(string? text) => Assert.False(WorkoutId.TryParse(text, out _));

    [Theory]
    [InlineData("")]
    [InlineData("2026-04-30T22:30:00.123456Z")]
    [InlineData("2026-04-30T22:30:00.123456Z#0123456789ABCDEF")]
    [InlineData("2026-04-30T22:30:00.123456Z-0123456789abcdef")]
    [InlineData("2026-02-30T22:30:00.123456Z#0123456789abcdef")]
    [InlineData("IDEMPOTENCY#0123456789abcdef0123456789abcdef")]
    public void Refuses_anything_but_a_sort_key(string sortKey) => Assert.False(WorkoutId.TryParseSortKey(sortKey, out _));

    [Fact]
    public void Never_throws_on_any_text() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        !WorkoutId.TryParse(text, out var id) || id.ToString() == text).QuickCheckThrowOnFailure();

    private static Arbitrary<DateTimeOffset> Moments() => (
        from seconds in Gen.Choose(0, int.MaxValue)
        from microseconds in Gen.Choose(0, 999_999)
        select new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(seconds).AddMicroseconds(microseconds)).ToArbitrary();
}
