using Pulumi;
using Pulumi.Aws.ApiGateway;
using Pulumi.Aws.ApiGateway.Inputs;
using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Infra.Components;

/// <summary>A custom domain for an API, without the DNS record, whose zone may belong to somebody else.</summary>
public sealed class ApiDomain : ComponentResource
{
    public ApiDomain(string name, ApiDomainArgs args, ComponentResourceOptions? options = null)
        : base("workoutlog:index:ApiDomain", name, args, options)
    {
        var domain = new DomainName(name, new DomainNameArgs
        {
            Domain = args.Domain.Name,
            RegionalCertificateArn = args.Domain.CertificateArn,
            // Also negotiates TLS 1.3; the alternative would allow TLS 1.0.
            SecurityPolicy = "TLS_1_2",
            EndpointConfiguration = new DomainNameEndpointConfigurationArgs { Types = "REGIONAL", IpAddressType = WorkoutApi.IpAddressType },
        }, new CustomResourceOptions { Parent = this });

        _ = new BasePathMapping($"{name}-root", new BasePathMappingArgs
        {
            DomainName = domain.Domain,
            RestApi = args.RestApiId,
            StageName = args.StageName,
        }, new CustomResourceOptions { Parent = this });

        DnsTarget = domain.RegionalDomainName;
        RegisterOutputs();
    }

    /// <summary>Target of the domain's CNAME or alias record.</summary>
    [Output("dnsTarget")]
    public Output<string> DnsTarget { get; }
}

public sealed class ApiDomainArgs : ResourceArgs
{
    public required CustomDomain Domain { get; init; }

    public required Input<string> RestApiId { get; init; }

    /// <summary>The stage at the domain's root; an output of the stage, so that the mapping is created after it.</summary>
    public required Input<string> StageName { get; init; }
}
