using WorkoutLog.Local.Import;

namespace WorkoutLog.Local.Tests.Import;

/// <summary>Numbers, durations and times as exports write them.</summary>
public sealed class QuantitiesTests
{
    [Theory, Cases]
    public void Numbers_have_a_point_or_a_comma(string? text, string? number) => Assert.Equal(
        number is null ? null : decimal.Parse(number, CultureInfo.InvariantCulture), Quantities.Number("Weight", text));

    [Theory, Cases]
    public void Durations_have_the_forms_of_the_applications(string text, int seconds) => Assert.Equal(seconds, Quantities.Seconds("Duration", text));

    [Theory, Cases]
    public void Invalid_values_are_refused(string text)
    {
        Assert.Throws<UnreadableException>(() => Quantities.Number("Weight", text));
        Assert.Throws<UnreadableException>(() => Quantities.Seconds("Duration", text));
        Assert.Throws<UnreadableException>(() => Quantities.Instant("time", text, TimeZoneInfo.Utc));
        Assert.Throws<UnreadableException>(() => Quantities.LocalTime("Date", text, "yyyy-MM-dd HH:mm:ss"));
    }

    [Theory, Cases]
    public void A_local_time_has_the_offset_of_its_day(string text, string expected) =>
        Assert.Equal(expected, ImportPlan.Rfc3339(Quantities.LocalTime("Date", text, "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd h:mm:ss tt").In(Imports.Vienna.Zone)));

    [Theory, Cases]
    public void A_time_in_UTC_is_converted_and_any_other_is_kept(string text, string expected) =>
        Assert.Equal(expected, ImportPlan.Rfc3339(Quantities.Instant("time", text, Imports.Vienna.Zone)));

    [Theory, Cases]
    public void An_id_is_visible_ASCII_of_at_most_128_characters(string key, string id) => Assert.Equal(id, ExternalIds.Of("strava", key == "long" ? new string('x', 122) : key));

    [Fact]
    public void Notes_lose_control_characters_and_are_cut_between_code_points()
    {
        Assert.Equal("a\nb\tc\n\U0001F4AA", Notes.Join([" a\r\nb\tc\u0007 ", null, "", "\U0001F4AA"]));
        Assert.Null(Notes.Join([null, "\0"]));
        Assert.Equal("ab", Notes.Shorten("ab", 2));
        Assert.Equal("a…", Notes.Shorten("a\U0001F4AAb", 3));
    }
}
