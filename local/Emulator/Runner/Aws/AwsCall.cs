using WorkoutLog.Local.Runner.Lambda;

namespace WorkoutLog.Local.Runner.Aws;

/// <summary>A call of a function to AWS, its signature checked.</summary>
/// <param name="Service">Name of the service in actions and credential scopes: <c>dynamodb</c>.</param>
/// <param name="Operation">Name of the operation: <c>PutItem</c>.</param>
/// <param name="Target">The <c>X-Amz-Target</c> header, from which both were read; empty for a service of the query protocol, such as IAM.</param>
internal sealed record AwsCall(FunctionCredentials Caller, string Service, string Operation, string Target, ReadOnlyMemory<byte> Body)
{
    public bool IsQuery => Target.Length == 0;
}
