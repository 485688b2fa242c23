namespace WorkoutLog.Local.Runner.Api.Throttling;

/// <summary>A bucket that starts full and never holds more than its burst. Safe to use from any thread.</summary>
internal sealed class TokenBucket
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _clock;

    // In parts of a token, one for each tick of the clock's second: what time adds is then a product, and nothing is ever rounded.
    private readonly decimal _capacity;
    private readonly decimal _ratePerSecond;
    private decimal _level;
    private long _filledAt;

    /// <param name="ratePerSecond">Tokens that come back each second; 0 or more.</param>
    /// <param name="burst">Most tokens at once; 0 or more.</param>
    public TokenBucket(decimal ratePerSecond, int burst, TimeProvider clock)
    {
        _clock = clock;
        _ratePerSecond = ratePerSecond;
        _capacity = (decimal)burst * clock.TimestampFrequency;
        _level = _capacity;
        _filledAt = clock.GetTimestamp();
    }

    /// <returns>False when there is no whole token.</returns>
    public bool TryTake()
    {
        lock (_lock)
        {
            var now = _clock.GetTimestamp();
            _level = Math.Min(_capacity, _level + ((now - _filledAt) * _ratePerSecond));
            _filledAt = now;
            if (_level < _clock.TimestampFrequency)
            {
                return false;
            }

            _level -= _clock.TimestampFrequency;
            return true;
        }
    }
}
