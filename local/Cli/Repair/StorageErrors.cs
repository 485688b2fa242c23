using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Local.Cli.Repair;

/// <summary>Storage errors as messages for the user of a command.</summary>
internal static class StorageErrors
{
    /// <param name="done">State of the work after a write conflict; the end of a sentence.</param>
    /// <exception cref="UserErrorException">The work could not be finished.</exception>
    public static async Task<T> ExplainAsync<T>(Func<Task<T>> work, string done)
    {
        try
        {
            return await work();
        }
        catch (StorageConflictException)
        {
            throw new UserErrorException($"Write conflict: this user's items keep changing. Try again later; {done}.");
        }
        catch (StorageUnavailableException exception)
        {
            throw new UserErrorException($"DynamoDB could not be reached: {exception.InnerException?.Message ?? exception.Message}");
        }
        catch (Exception exception) when (exception is AmazonClientException or AmazonServiceException)
        {
            throw new UserErrorException($"DynamoDB rejected the request: {exception.Message}");
        }
    }
}
