namespace Amazon.Lambda.RuntimeSupport.Api;

/// <summary>One event, read to its end.</summary>
internal sealed record Invocation(InvocationHeaders Headers, MemoryStream Input) : IDisposable
{
    public void Dispose() => Input.Dispose();
}
