using Pulumi;
using WorkoutLog.Infra.Settings;
using WorkoutLog.Packaging;

namespace WorkoutLog.Infra.Packaging;

/// <summary>
/// Makes the stack of a deployment after the archives that it deploys. Here and not in the build of this project: only the running
/// program knows the stack, and with it how its functions are packaged.
/// </summary>
internal sealed class PackagedStack : IServiceProvider
{
    /// <exception cref="RunException">The settings are refused, the functions can't be packaged, or the engine refuses a resource.</exception>
    public object? GetService(Type serviceType)
    {
        if (serviceType != typeof(WorkoutStack))
        {
            return null;
        }

        var archives = new FunctionArchives(Deployment.Instance.RootDirectory, StackSettingsReader.Read().FunctionBuild);
        try
        {
            // The engine shows what a program prints. The SDK asks for the stack synchronously.
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
