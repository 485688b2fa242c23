namespace WorkoutLog.Local.Runner;

/// <summary>A reference count. Starts with one user, and ends permanently with the last.</summary>
internal sealed class UseCount(Action ended)
{
    private int _users = 1;

    /// <returns>False if it has ended.</returns>
    public bool TryEnter()
    {
        for (var users = Volatile.Read(ref _users); users > 0; users = Volatile.Read(ref _users))
        {
            if (Interlocked.CompareExchange(ref _users, users + 1, users) == users)
            {
                return true;
            }
        }

        return false;
    }

    public void Leave()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            ended();
        }
    }
}
