using Amazon.Runtime;

namespace WorkoutLog.Local.Cli.Repair;

/// <summary>Where metrics go.</summary>
/// <param name="Endpoint">Takes CloudWatch's Query protocol.</param>
/// <param name="Credentials">Null sends unsigned.</param>
internal sealed record MetricTarget(Uri Endpoint, string Region, AWSCredentials? Credentials);
