namespace Pulumi;

/// <summary>The run that the current code belongs to.</summary>
public sealed class DeploymentInstance
{
    internal DeploymentInstance(ProgramRun run) => Run = run;

    public string OrganizationName => Run.OrganizationName;

    public string ProjectName => Run.ProjectName;

    public string StackName => Run.StackName;

    /// <summary>The folder of the project file.</summary>
    /// <exception cref="InvalidOperationException">The test options name none.</exception>
    public string RootDirectory => Run.RootDirectory
        ?? throw new InvalidOperationException("The Pulumi CLI version does not support root directory. Please update the Pulumi CLI.");

    /// <summary>A preview: nothing is created, and values that the provider determines are unknown.</summary>
    public bool IsDryRun => Run.IsPreview;

    internal ProgramRun Run { get; }

    /// <summary>Calls a provider's function. If an argument is unknown, there is no call and the result is unknown.</summary>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => new(Run.Functions.InvokeOutputAsync<T>(token, args, options));

    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options)
        => new(Run.Functions.InvokeOutputAsync<T>(token, args, options));

    /// <summary>Calls a provider's function; unknown arguments are omitted.</summary>
    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => Run.Functions.InvokeAsync<T>(token, args, options);
}
