using WorkoutLog.Local.Cli.Aws;
using WorkoutLog.Local.Client;

namespace WorkoutLog.Local.Cli.Import;

/// <summary>The target API: that of a local run, or, with <c>--aws</c>, the deployed one.</summary>
internal sealed class ImportTarget
{
    // Longer than API Gateway's integration timeout.
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(35);

    public Option<bool> Aws { get; } = new("--aws") { Description = "Log to the deployed API, with the same AWS credentials as the AWS CLI; without it to the running ./workout up" };

    public Option<Uri?> ApiUrl { get; } = new("--api-url")
    {
        Description = "With --aws: URL of the API; by default from pulumi stack output",
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps)
            {
                return url;
            }

            result.AddError($"--api-url must be an https URL; got \"{result.Tokens[0].Value}\".");
            return null;
        },
    };

    public Option<string?> Region { get; } = new("--region") { Description = "With --aws: region of the API; by default aws:region in Pulumi.<stack>.yaml" };

    public void AddRules(Command command) => command.Validators.Add(result =>
    {
        if (!result.GetValue(Aws) && (result.GetValue(ApiUrl) is not null || result.GetValue(Region) is not null))
        {
            result.AddError("--api-url and --region require --aws.");
        }
    });

    /// <returns>A signing client, and the URL of the API without a trailing slash.</returns>
    /// <exception cref="UserErrorException">The API can't be found, or there are no credentials.</exception>
    public async Task<(HttpClient Http, string Api)> ResolveAsync(ParseResult arguments, Repository repository, string stack, CancellationToken cancellation)
    {
        var time = TimeProvider.System;
        if (!arguments.GetValue(Aws))
        {
            var running = RunningStack.Find(repository, stack);
            // The keys are the same in every run.
            var service = LocalIdentity.Service(account: "");
            var signer = new RequestSigner(service.AccessKeyId, service.SecretAccessKey, running.Region, "execute-api", time);
            return (new HttpClient(new SigningHandler(signer, new SocketsHttpHandler { UseProxy = false })) { Timeout = _timeout }, running.Url.ToString().TrimEnd('/'));
        }

        var region = DeployedTables.RegionOf(repository, stack, arguments.GetValue(Region));
        var api = arguments.GetValue(ApiUrl)?.ToString() ?? await PulumiOutputs.ReadApiUrlAsync(repository, stack, cancellation);
        return (new HttpClient(new AwsSigningHandler(await DeployedTables.FindCredentialsAsync(region), region, "execute-api", time)) { Timeout = _timeout }, api.TrimEnd('/'));
    }
}
