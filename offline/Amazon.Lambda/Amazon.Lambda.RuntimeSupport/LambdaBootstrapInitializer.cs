namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Runs once before the first event is requested; false ends the bootstrap without an error.</summary>
public delegate Task<bool> LambdaBootstrapInitializer();
