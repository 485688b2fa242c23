using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.SimpleSystemsManagement.Internal;

/// <summary>Finds the address: the configured one as it is, else <c>https://ssm.{region}.{suffix of the partition}</c>.</summary>
internal sealed class ServiceEndpointProvider : IEndpointProvider
{
    /// <exception cref="AmazonClientException">
    /// There is neither an endpoint nor a region, or they do not go with FIPS or dual stack.
    /// </exception>
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var useFips = parameters["UseFIPS"] is true;
        var useDualStack = parameters["UseDualStack"] is true;
        if (parameters["Endpoint"] is string configured && configured.Length > 0)
        {
            return useFips ? throw new AmazonClientException("Invalid Configuration: FIPS and custom endpoint are not supported")
                : useDualStack ? throw new AmazonClientException("Invalid Configuration: Dualstack and custom endpoint are not supported")
                : new Endpoint(configured);
        }

        if (parameters["Region"] is not string region || region.Length == 0)
        {
            throw new AmazonClientException("Invalid Configuration: Missing Region");
        }

        var partition = Fn.Partition(region);
        if (useFips && !partition.supportsFIPS)
        {
            throw new AmazonClientException("FIPS is enabled but this partition does not support FIPS");
        }

        if (useDualStack && !partition.supportsDualStack)
        {
            throw new AmazonClientException("DualStack is enabled but this partition does not support DualStack");
        }

        // The plain endpoints of the government partition meet FIPS; it has no others.
        var host = useFips && (useDualStack || partition.name != "aws-us-gov") ? "ssm-fips" : "ssm";
        return new Endpoint($"https://{host}.{region}.{(useDualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix)}");
    }
}
