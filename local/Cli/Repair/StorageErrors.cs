using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Local.Cli.Repair;

/// <summary>Errors of the tables in words for whoever typed the command.</summary>
internal static class StorageErrors
{
    /// <param name="done">What holds of the work so far when others keep writing, the end of a sentence.</param>
    /// <exception cref="UserErrorException">The work could not be finished.</exception>
    public static async Task<T> ExplainAsync<T>(Func<Task<T>> work, string done)
    {
        try
        {
            return await work();
        }
        catch (StorageConflictException)
        {
            throw new UserErrorException($"Others kept writing for this user. Try again when it is quieter; {done}.");
        }
        catch (StorageUnavailableException exception)
        {
            throw new UserErrorException($"DynamoDB could not be reached: {exception.InnerException?.Message ?? exception.Message}");
        }
        catch (Exception exception) when (exception is AmazonClientException or AmazonServiceException)
        {
            throw new UserErrorException($"DynamoDB refused: {exception.Message}");
        }
    }
}
