using WorkoutLog.Infra.Naming;
using WorkoutLog.Packaging;

namespace WorkoutLog.Local.Graph;

/// <summary>The functions' archives as the settings of a stack ask for them.</summary>
public static class StackArchives
{
    /// <summary>Packages the functions when their sources are not what the archives were made from.</summary>
    /// <param name="say">Receives one line when there is something to build.</param>
    /// <returns>Null when the settings are refused; the evaluation of the stack says what is wrong with them.</returns>
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
