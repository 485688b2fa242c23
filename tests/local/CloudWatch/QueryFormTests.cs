namespace WorkoutLog.Local.Tests.CloudWatch;

public sealed class QueryFormTests
{
    // Measures allocated bytes instead of time: each lookup allocates a name.
    [Fact]
    public void Twice_as_long_a_list_is_twice_the_work()
    {
        Work(10);

        Assert.InRange((double)Work(4_000) / Work(2_000), 1.5, 2.5);
    }

    [Fact]
    public void A_list_has_a_limit() => Assert.Equal(
        "The parameter Values must have 1 to 2 members.", Assert.Throws<PublishingException>(() => Form(3).Items("Values", 2).Count()).Message);

    [Fact]
    public void An_item_of_a_list_is_a_value_or_has_members() =>
        Assert.Equal([1, 2, 3], new QueryForm("L.member.1=a&L.member.2.Name=b&L.member.3=c&L.member.30=d&L.member.4x=e").Items("L", 9));

    private static long Work(int items)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(items, Form(items).Items("Values", items).Count());
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static QueryForm Form(int items) => new(string.Join('&', Enumerable.Range(1, items).Select(place => $"Values.member.{place}=1")));
}
