namespace WorkoutLog.Local.Tests.Runner.Lambda.Certificates;

/// <summary>The packaged function, with the variables of the stack, against a fake AWS endpoint.</summary>
public sealed class TrustedCertificatesTests(Stacks stacks) : IClassFixture<Stacks>, IDisposable
{
    private const string Event = """
        {"httpMethod":"GET","resource":"/stats/{userId}","path":"/stats/athlete-1","pathParameters":{"userId":"athlete-1"},
         "headers":{},"requestContext":{"requestId":"test","identity":{"cognitoIdentityId":"athlete-1","cognitoAuthenticationType":"authenticated"}}}
        """;

    private readonly TestAuthority _authority = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workout-test-");
    private readonly ConcurrentQueue<string> _log = new();

    public void Dispose()
    {
        _authority.Dispose();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("localhost", false, false)]
    [InlineData("dynamodb.us-east-1.amazonaws.com", true, false)]
    [InlineData("localhost", true, true)]
    public async Task Only_a_certificate_of_a_known_authority_for_the_host_is_trusted(string host, bool isOfAnAuthority, bool isTrusted)
    {
        var (requests, status) = await AskAsync(host, isOfAnAuthority ? FurtherAuthority() : null);

        // Without trust it fails before it sends a request, and responds as for any other fault.
        Assert.True(isTrusted ? requests > 0 : (requests, status) == (0, 503), $"{requests} {status}\n{string.Join('\n', _log)}");
    }

    /// <returns>A folder like that of a layer.</returns>
    private string FurtherAuthority()
    {
        var folder = _folder.CreateSubdirectory("certificates").FullName;
        File.WriteAllText(Path.Combine(folder, "test-authority.pem"), _authority.Pem);
        return folder;
    }

    /// <param name="host">The name in the server's certificate; the function asks for localhost.</param>
    /// <param name="certificateFolder">Replaces the declared folder, whose layer does not exist on this machine.</param>
    /// <returns>The number of requests, and the status of the function's response.</returns>
    private async Task<(int Requests, int Status)> AskAsync(string host, string? certificateFolder = null)
    {
        using var certificate = _authority.Sign(host);
        await using var server = await TlsServer.StartAsync(certificate);
        var repository = Repository.Find(AppContext.BaseDirectory);
        var declaration = FunctionDeclaration.From(stacks.Dev.OfType(FunctionType.Token).Single(function => function.Name == "QueryWorkouts"));
        var code = Path.Combine(_folder.FullName, "code");
        await FunctionCode.UnpackAsync(declaration, repository.Root, code, CancellationToken.None);
        await using var function = new LiveVersion(
            declaration,
            cancellation => ExecutionEnvironment.StartAsync(
                declaration, code, api => Variables(declaration, code, server.Url, api, certificateFolder), _log.Enqueue, TimeProvider.System, cancellation),
            TimeProvider.System,
            _log.Enqueue);

        var result = await function.InvokeAsync(Encoding.UTF8.GetBytes(Event), SampleGraph.AliasArn, "Root=1-0-0");

        var answer = JsonNode.Parse(Assert.IsType<InvocationResult.Answered>(result).Payload.Span)!;
        return (server.Requests, answer["statusCode"]!.GetValue<int>());
    }

    private static IReadOnlyDictionary<string, string> Variables(FunctionDeclaration function, string code, Uri aws, string runtimeApi, string? certificateFolder)
    {
        var variables = FunctionVariables.Create(function, FunctionCredentials.Create(function.Name), "us-east-1", code, aws, runtimeApi);
        return certificateFolder is null ? variables : variables.ToImmutableDictionary().SetItem("SSL_CERT_DIR", certificateFolder);
    }
}
