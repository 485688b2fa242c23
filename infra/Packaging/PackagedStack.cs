using Pulumi;
using WorkoutLog.Infra.Settings;
using WorkoutLog.Packaging;

namespace WorkoutLog.Infra.Packaging;

/// <summary>
/// Creates the stack of a deployment after its archives. Not part of this project's build, because only the running program knows the
/// stack and how its functions are packaged.
/// </summary>
internal sealed class PackagedStack : IServiceProvider
{
    /// <exception cref="RunException">The settings are invalid, packaging fails, or the engine rejects a resource.</exception>
    public object? GetService(Type serviceType)
    {
        if (serviceType != typeof(WorkoutStack))
        {
            return null;
        }

        var archives = new FunctionArchives(Deployment.Instance.RootDirectory, StackSettingsReader.Read().FunctionBuild);
        try
        {
            // The engine shows the program's output. The SDK requests the stack synchronously.
            archives.UpdateAsync(Console.WriteLine, CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (PackagingException failure)
        {
            throw new RunException(failure.Message);
        }

        var errors = new RegistrationErrors();
        var stack = new WorkoutStack(errors.StackOptions);
        errors.ThrowFirstAsync().GetAwaiter().GetResult();
        return stack;
    }
}
