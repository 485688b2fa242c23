using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using WorkoutLog.Local;

namespace WorkoutLog.Functions.Tests.Packaging;

public partial class CertificateBundleTests
{
    private static readonly string _text = File.ReadAllText(Path.Combine(Repository.Find(AppContext.BaseDirectory).Root, "functions", "Certificates", "amazon-trust-services.pem"));

    [Fact]
    public void Contains_only_the_AWS_roots_and_describes_each()
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPem(_text);

        Assert.Equal(
            ["Amazon Root CA 1", "Amazon Root CA 2", "Amazon Root CA 3", "Amazon Root CA 4", "Starfield Services Root Certificate Authority - G2"],
            certificates.Select(certificate => certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false)));
        Assert.Equal(
            certificates.Select(certificate => (
                certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
                certificate.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant(),
                certificate.NotAfter.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
            Header().Matches(_text).Select(header => (header.Groups["name"].Value, header.Groups["hash"].Value, header.Groups["end"].Value)));
    }

    [GeneratedRegex("^# (?<name>.+)\n# SHA-256 (?<hash>[0-9a-f]{64})\n# expires (?<end>[0-9-]{10})\n-----BEGIN", RegexOptions.Multiline)]
    private static partial Regex Header();
}
