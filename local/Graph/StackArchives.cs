using WorkoutLog.Infra.Naming;
using WorkoutLog.Packaging;

namespace WorkoutLog.Local.Graph;

/// <summary>The functions' archives for a stack's settings.</summary>
public static class StackArchives
{
    /// <summary>Packages the functions if their sources have changed.</summary>
    /// <param name="say">Receives one line when there is something to build.</param>
    /// <returns>Null if the settings are invalid; evaluating the stack reports why.</returns>
    /// <exception cref="UserErrorException">The functions can't be packaged.</exception>
    public static async Task<FunctionArchives?> UpdateAsync(
        Repository repository, StackConfiguration configuration, Action<string> say, CancellationToken cancellation)
    {
        if (new StackNames(configuration.Project, configuration.Stack).Refusal is not null
            || SettingsValidator.Validate(configuration.SettingTexts()).Settings is not { } settings)
        {
            return null;
        }

        var archives = new FunctionArchives(repository.Root, settings.FunctionBuild);
        try
        {
            await archives.UpdateAsync(say, cancellation).ConfigureAwait(false);
        }
        catch (PackagingException failure)
        {
            throw new UserErrorException(failure.Message);
        }

        return archives;
    }
}
