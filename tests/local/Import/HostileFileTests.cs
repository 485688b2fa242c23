using System.IO.Compression;
using WorkoutLog.Local.Import;
using WorkoutLog.Local.Import.Files;

namespace WorkoutLog.Local.Tests.Import;

/// <summary>Untrusted files: any content becomes valid workouts or reasons.</summary>
public sealed class HostileFileTests : IDisposable
{
    private readonly Sandbox _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Damaged_files_of_any_format_do_not_end_an_import() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        using var folder = new Sandbox();
        string[] samples = [.. Directory.EnumerateFiles(Imports.Samples, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        foreach (var (sample, place) in samples.SelectMany(sample => Enumerable.Repeat(sample, 4)).Select((sample, place) => (sample, place)))
        {
            var damaged = Damage(File.ReadAllBytes(sample), random);
            File.WriteAllBytes(folder.PathOf($"{place}-{Path.GetFileName(sample)}"), sample.EndsWith(".fit", StringComparison.Ordinal) && place % 2 == 0 ? WithChecksum(damaged) : damaged);
        }

        var read = Imports.ReadAsync(folder.Root).GetAwaiter().GetResult();
        var plan = Imports.Plan(read.Rows);

        Assert.Equal(read.Rows.Length, plan.Workouts.Length + plan.Skipped.Length);
        Assert.All(plan.Skipped, row => Assert.InRange(row.Reason.Length, 10, 600));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    [Theory]
    [InlineData("<!DOCTYPE gpx [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><gpx><trk><name>&a;</name></trk></gpx>", "DTD")]
    [InlineData("<!DOCTYPE gpx [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;\">]><gpx>&b;</gpx>", "DTD")]
    [InlineData("<gpx><trk>", "Unexpected end of file")]
    [InlineData("<kml/>", "must be gpx; got kml")]
    [InlineData("<gpx/>", "no tracks")]
    [InlineData("<gpx><trk><trkseg><trkpt lat=\"91e9\" lon=\"0\"><time>2024-01-01T00:00:00Z</time></trkpt></trkseg></trk></gpx>", "lat must be degrees")]
    public async Task XML_is_read_without_a_DTD(string content, string reason)
    {
        _folder.Write("a.gpx", content);

        Assert.Contains(reason, await ReasonAsync("a.gpx"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.csv", "Date,Workout Name,Exercise Name\n2024-01-01 00:00:00,\"never closed,Squat\n", "line 2 is never closed")]
    [InlineData("a.csv", "Datum,Name\n1,2\n", "set the application to English")]
    [InlineData("a.csv", "", "no rows")]
    [InlineData("a.fit", "no FIT", "not an intact FIT file")]
    [InlineData("a.tcx.gz", "no gzip", "")]
    [InlineData("a.tcx", "<TrainingCenterDatabase/>", "no activities")]
    public async Task An_unreadable_file_is_listed_with_the_reason(string file, string content, string reason)
    {
        _folder.Write(file, content);

        Assert.Contains(reason, await ReasonAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_FIT_file_with_a_wrong_checksum_is_refused()
    {
        var content = File.ReadAllBytes(Path.Combine(Imports.Samples, "two-sessions.fit"));
        content[^3] ^= 1;
        File.WriteAllBytes(_folder.PathOf("a.fit"), content);

        Assert.Contains("CRC mismatch", await ReasonAsync("a.fit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_in_another_encoding_is_refused()
    {
        File.WriteAllBytes(_folder.PathOf("a.csv"), Encoding.Latin1.GetBytes("Date,Workout Name,Exercise Name\n2024-01-01 00:00:00,café,Squat\n"));

        Assert.Contains("UTF-8", await ReasonAsync("a.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decompression_bomb_is_not_unpacked()
    {
        await using (var archive = new GZipStream(File.Create(_folder.PathOf("a.gpx.gz")), CompressionLevel.Fastest))
        {
            await archive.WriteAsync(new byte[SourceFile.MaxBytes + 1]);
        }

        Assert.Contains("64 MiB", await ReasonAsync("a.gpx.gz"), StringComparison.Ordinal);
    }

    [Fact]
    public void Paths_must_exist_and_be_supported()
    {
        _folder.Write("export.zip", "");
        _folder.Write("photo.jpg", "");
        _folder.Write("run.GPX", "");

        Assert.Contains("must be an existing file", Refused("gone.csv"), StringComparison.Ordinal);
        Assert.Contains("unpack it", Refused("export.zip"), StringComparison.Ordinal);
        Assert.Contains(".fit", Refused("photo.jpg"), StringComparison.Ordinal);
        // A file named twice is read once.
        var (files, others) = SourceFiles.Find(_folder.Root, [".", "run.GPX"]);
        Assert.Equal((FileFormat.Gpx, 2), (Assert.Single(files).Format, others));
    }

    private string Refused(string path) => Assert.Throws<UserErrorException>(() => SourceFiles.Find(_folder.Root, [path])).Message;

    private async Task<string> ReasonAsync(string file) => Assert.IsType<SourceRow.Skipped>(Assert.Single((await Imports.ReadAsync(_folder.Root, file)).Rows)).Reason;

    private static byte[] Damage(byte[] content, Random random)
    {
        var damaged = random.Next(3) == 0 ? content[..random.Next(content.Length)] : content;
        for (var changes = random.Next(1, 6); changes > 0 && damaged.Length > 0; changes--)
        {
            damaged[random.Next(damaged.Length)] = random.Next(2) == 0 ? (byte)random.Next(256) : (byte)"\"<>&,;0-9\n:"[random.Next(11)];
        }

        return damaged;
    }

    // Makes the checksums valid, so that the decoder reads on: none in the header, CRC-16 for the rest.
    private static byte[] WithChecksum(byte[] fit)
    {
        if (fit.Length < 16)
        {
            return fit;
        }

        (fit[12], fit[13]) = (0, 0);
        BitConverter.TryWriteBytes(fit.AsSpan(4), fit.Length - 16);
        var checksum = 0;
        foreach (var part in fit[..^2])
        {
            checksum ^= part;
            for (var bit = 0; bit < 8; bit++)
            {
                checksum = (checksum & 1) == 0 ? checksum >> 1 : (checksum >> 1) ^ 0xA001;
            }
        }

        BitConverter.TryWriteBytes(fit.AsSpan(fit.Length - 2), (ushort)checksum);
        return fit;
    }
}
