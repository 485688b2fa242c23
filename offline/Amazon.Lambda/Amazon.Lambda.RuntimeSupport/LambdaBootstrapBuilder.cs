#nullable disable
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Combines a handler, its serializer and the initialization of an executable function.</summary>
public class LambdaBootstrapBuilder
{
    private readonly InvocationHandler _handler;
    private readonly ILambdaSerializer _serializer;
    private readonly LambdaBootstrapOptions _options = new();
    private LambdaBootstrapInitializer _initializer;
    private HttpClient _httpClient;

    private LambdaBootstrapBuilder(InvocationHandler handler, ILambdaSerializer serializer)
    {
        _handler = handler;
        _serializer = serializer;
    }

    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        new(
            async (input, context, output) =>
            {
                using var result = await handler(input, context);
                await result.CopyToAsync(output);
            },
            serializer: null);

    public static LambdaBootstrapBuilder Create<TInput, TOutput>(
        Func<TInput, Task<TOutput>> handler,
        ILambdaSerializer serializer) =>
        Create<TInput, TOutput>((input, _) => handler(input), serializer);

    public static LambdaBootstrapBuilder Create<TInput, TOutput>(
        Func<TInput, ILambdaContext, Task<TOutput>> handler,
        ILambdaSerializer serializer) =>
        new(
            async (input, context, output) =>
            {
                var result = await handler(serializer.Deserialize<TInput>(input), context);
                serializer.Serialize(result, output);
            },
            serializer);

    /// <summary>The caller disposes the client.</summary>
    public LambdaBootstrapBuilder UseHttpClient(HttpClient httpClient)
    {
        _httpClient = httpClient;
        return this;
    }

    public LambdaBootstrapBuilder UseBootstrapHandler(LambdaBootstrapInitializer lambdaBootstrapInitializer)
    {
        _initializer = lambdaBootstrapInitializer;
        return this;
    }

    public LambdaBootstrapBuilder ConfigureOptions(Action<LambdaBootstrapOptions> options = null)
    {
        options?.Invoke(_options);
        return this;
    }

    /// <summary>From here on, console output becomes log lines of the current invocation.</summary>
    public LambdaBootstrap Build() => new(_handler, _serializer, _initializer, _options, _httpClient);
}
