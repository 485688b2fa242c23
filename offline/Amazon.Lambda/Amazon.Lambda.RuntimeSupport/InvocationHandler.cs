using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Handles one event: reads it from <paramref name="input"/>, writes the response to <paramref name="output"/>.</summary>
internal delegate Task InvocationHandler(Stream input, ILambdaContext context, MemoryStream output);
