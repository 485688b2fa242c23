using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace WorkoutLog.Bench.Comparison.Aws;

/// <summary>A certificate authority for one run, and a server certificate for localhost, both RSA 2048 like AWS's.</summary>
internal sealed class TestAuthority : IDisposable
{
    private const string HostName = "localhost";
    private const int KeyBits = 2048;

    private readonly X509Certificate2 _root;

    /// <param name="folder">Receives <c>authority.pem</c>, which clients trust.</param>
    public TestAuthority(string folder, TimeProvider time)
    {
        Folder = folder;
        DateTimeOffset from = time.GetUtcNow().AddDays(-1);
        DateTimeOffset to = time.GetUtcNow().AddDays(1);
        using var rootKey = RSA.Create(KeyBits);
        var root = new CertificateRequest("CN=WorkoutLog bench", rootKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        root.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        root.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(root.PublicKey, critical: false));
        _root = root.CreateSelfSigned(from, to);
        Server = Sign(from, to);
        Directory.CreateDirectory(folder);
        File.WriteAllText(AuthorityFile, _root.ExportCertificatePem());
    }

    /// <summary>Contains only <see cref="AuthorityFile"/>.</summary>
    public string Folder { get; }

    public string AuthorityFile => Path.Combine(Folder, "authority.pem");

    public X509Certificate2 Server { get; }

    public void Dispose()
    {
        Server.Dispose();
        _root.Dispose();
    }

    private X509Certificate2 Sign(DateTimeOffset from, DateTimeOffset to)
    {
        using var key = RSA.Create(KeyBits);
        var request = new CertificateRequest($"CN={HostName}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(HostName);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment, critical: true));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_root, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        using X509Certificate2 signed = request.Create(_root, from, to, RandomNumberGenerator.GetBytes(8));
        return signed.CopyWithPrivateKey(key);
    }
}
