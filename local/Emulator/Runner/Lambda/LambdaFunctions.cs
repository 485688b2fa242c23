namespace WorkoutLog.Local.Runner;

/// <summary>All functions of all deployments of the run, with their published versions.</summary>
internal sealed class LambdaFunctions(CodeStore code, LambdaHost host, RunEvents events, TimeProvider clock) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, LambdaFunction> _functions = new(StringComparer.Ordinal);

    public PublishedVersions Published => new(_functions
        .Where(function => function.Value.Latest is not null)
        .ToImmutableDictionary(function => function.Key, function => function.Value.Latest!, StringComparer.Ordinal));

    public IEnumerable<FunctionCredentials> Credentials => _functions.Values.Select(function => function.Credentials);

    /// <param name="functionName">Name of a declared function at AWS.</param>
    public LambdaFunction Find(string functionName) => _functions[functionName];

    /// <summary>Does all steps of publishing that may fail, without any effect on requests.</summary>
    /// <returns>The version of each declared function, including those that are already published.</returns>
    /// <exception cref="UserErrorException">A version can't run here, or an alias names an unpublished version.</exception>
    public async Task<ImmutableArray<FunctionVersion>> PrepareAsync(StackDescription description, CancellationToken cancellation)
    {
        CheckNumbers(description.Functions);
        foreach (var target in description.Targets)
        {
            CheckPublished(target);
        }

        var versions = ImmutableArray.CreateBuilder<FunctionVersion>();
        foreach (var function in description.Functions)
        {
            versions.Add(new FunctionVersion(function, await code.EnsureAsync(function, cancellation)));
            _functions.TryAdd(function.FunctionName, new LambdaFunction(FunctionCredentials.Create(function.Name), host, OnLiveChanged));
        }

        return versions.ToImmutable();
    }

    public void Publish(ImmutableArray<FunctionVersion> versions)
    {
        foreach (var version in versions)
        {
            Find(version.Declaration.FunctionName).Publish(version);
        }
    }

    public async ValueTask DisposeAsync() => await Task.WhenAll(_functions.Values.Select(function => function.DisposeAsync().AsTask()));

    // The graph was evaluated for the versions published at that time; another deployment may have published since.
    private void CheckNumbers(ImmutableArray<FunctionDeclaration> functions)
    {
        var published = Published;
        foreach (var function in functions)
        {
            var next = $"{published.NumberOf(function.FunctionName, function.Digest)}";
            if (function.Version != next)
            {
                throw new UserErrorException(
                    $"The graph publishes version {function.Version} of '{function.Name}', but the next one is {next}: another deployment came first. Fix: run the command again.");
            }
        }
    }

    private void CheckPublished(InvokeTarget target)
    {
        var function = target.Function;
        foreach (var version in target.Shares.Versions)
        {
            if (version != function.Version && !(_functions.TryGetValue(function.FunctionName, out var known) && known.Has(version)))
            {
                throw new UserErrorException(
                    $"ResourceNotFoundException: Function not found: {function.Arn}:{version}. The alias '{target.Alias}' of '{function.Name}' names version {version}, "
                    + $"but this run has published {(function.Version == "1" ? "version 1" : $"the versions 1 to {function.Version}")} only; a run numbers its versions itself, from 1. Fix: pin one of these, or none.");
            }
        }
    }

    private void OnLiveChanged(FunctionDeclaration function, bool isLive) =>
        events.Publish(new VersionChanged(clock.GetUtcNow(), function.Name, function.Version, isLive));
}
