#nullable disable
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Api;
using Amazon.Lambda.RuntimeSupport.Bootstrap;
using Amazon.Lambda.RuntimeSupport.Context;
using Amazon.Lambda.RuntimeSupport.Logging;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The loop of a custom runtime: next event, handler, response or error, one event at a time.</summary>
public class LambdaBootstrap : IDisposable
{
    private readonly InvocationHandler _handler;
    private readonly ILambdaSerializer _serializer;
    private readonly LambdaBootstrapInitializer _initializer;
    private readonly LambdaEnvironment _environment = new();
    private readonly HttpClient _ownedHttpClient;
    private readonly RuntimeApiClient _api;
    private readonly LambdaConsole _console;

    // One event is handled at a time, so its response can reuse the previous one's memory.
    private readonly MemoryStream _response = new();

    internal LambdaBootstrap(
        InvocationHandler handler,
        ILambdaSerializer serializer,
        LambdaBootstrapInitializer initializer,
        LambdaBootstrapOptions options,
        HttpClient httpClient)
    {
        _handler = handler;
        _serializer = serializer;
        _initializer = initializer;
        _ownedHttpClient = httpClient is null ? RuntimeApiClient.CreateHttpClient() : null;
        var endpoint = string.IsNullOrEmpty(options.RuntimeApiEndpoint) ? _environment.RuntimeApiEndpoint : options.RuntimeApiEndpoint;
        _api = new RuntimeApiClient(httpClient ?? _ownedHttpClient, endpoint);
        _console = LambdaConsole.Install();
    }

    /// <summary>Handles events until the token is cancelled; a handler's exception is reported and does not end the loop.</summary>
    /// <exception cref="RuntimeApiClientException">The Runtime API rejected a call.</exception>
    /// <exception cref="Exception">The initializer's exception, after it was reported as an initialization error.</exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        MemoryLimit.Apply(_environment);
        if (_initializer is not null && !await InitializeAsync())
        {
            return;
        }

        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await InvokeOnceAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                // Either the caller cancelled, which the loop's condition checks, or the long poll timed out and is repeated.
                continue;
            }

            if (_environment.RunOnce)
            {
                return;
            }
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _ownedHttpClient?.Dispose();
            _response.Dispose();
        }
    }

    private async Task<bool> InitializeAsync()
    {
        try
        {
            return await _initializer();
        }
        catch (Exception exception)
        {
            _console.WriteError(exception);
            await _api.ReportInitializationErrorAsync(exception);
            throw;
        }
    }

    private async Task InvokeOnceAsync(CancellationToken cancellationToken)
    {
        using var invocation = await _api.GetNextInvocationAsync(cancellationToken);
        var headers = invocation.Headers;
        _console.Invocation = headers;
        Environment.SetEnvironmentVariable(LambdaEnvironment.TraceIdVariable, headers.TraceId);
        _response.SetLength(0);
        try
        {
            await _handler(invocation.Input, new LambdaContext(headers, _environment, _console, _serializer), _response);
        }
        catch (Exception exception)
        {
            _console.WriteError(exception);
            await _api.ReportInvocationErrorAsync(headers.AwsRequestId, exception, cancellationToken);
            return;
        }

        await _api.SendResponseAsync(headers.AwsRequestId, _response, cancellationToken);
    }
}
