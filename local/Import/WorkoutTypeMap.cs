namespace WorkoutLog.Local.Import;

/// <summary>Maps type names of other applications to types of the API.</summary>
internal sealed class WorkoutTypeMap
{
    /// <summary>In <c>--map</c>: any name without another mapping.</summary>
    public const string Anything = "*";

    /// <summary>For exercises with weights, which have no type in exports.</summary>
    public const string Strength = "Strength Training";

    /// <summary>Type to its names. Case, spaces and punctuation are ignored.</summary>
    public static readonly ImmutableArray<(string Type, ImmutableArray<string> Words)> Table =
    [
        ("RUN", ["Run", "Running", "Trail Run", "Trail", "Track Run", "Virtual Run", "Treadmill", "Indoor Running", "Street", "Jogging", "9"]),
        ("CYCLE",
        [
            "Ride", "Virtual Ride", "Mountain Bike Ride", "Gravel Ride", "E-Bike Ride", "E-Mountain Bike Ride", "Handcycle", "Velomobile", "Cycling", "Biking", "E-Biking",
            "Indoor Cycling", "Road", "Mountain", "Gravel Cycling", "Spin", "Spinning", "Bike", "1",
        ]),
        ("SWIM", ["Swim", "Swimming", "Lap Swimming", "Open Water", "Open Water Swim"]),
        ("WALK", ["Walk", "Walking", "Indoor Walking", "Speed Walking", "Casual Walking", "Hike", "Hiking", "Snowshoe", "Snowshoeing", "10", "4"]),
        ("ROW", ["Row", "Rowing", "Virtual Row", "Indoor Rowing", "Rowing Machine"]),
        ("STRENGTH", [Strength, "Weight Training", "Weightlifting", "Traditional Strength Training", "Functional Strength Training"]),
        ("YOGA", ["Yoga"]),
        ("HIIT", ["HIIT", "High Intensity Interval Training", "Crossfit"]),
    ];

    private static readonly FrozenDictionary<string, string> _known = Table
        .SelectMany(row => row.Words.Select(word => (Word: Plain(word), row.Type))).ToFrozenDictionary(row => row.Word, row => row.Type, StringComparer.Ordinal);

    private readonly IReadOnlyList<string> _allowed;
    private readonly Dictionary<string, string> _mapped = new(StringComparer.Ordinal);

    /// <param name="allowed">The types of the stack.</param>
    /// <param name="mapped">Source names to types; they precede the table.</param>
    public WorkoutTypeMap(IReadOnlyList<string> allowed, IEnumerable<KeyValuePair<string, string>> mapped)
    {
        _allowed = allowed;
        foreach (var (word, type) in mapped)
        {
            _mapped[word == Anything ? word : Plain(word)] = type;
        }
    }

    /// <returns>The table's type; null for an unknown name.</returns>
    public static string? Known(string word) =>
        _known.GetValueOrDefault(Plain(word)) ?? (word.IndexOf('(', StringComparison.Ordinal) is > 0 and var bracket ? _known.GetValueOrDefault(Plain(word[..bracket])) : null);

    /// <param name="words">From the most specific to the most general.</param>
    /// <exception cref="UnreadableException">The stack has no type for them.</exception>
    public string Find(ImmutableArray<string> words)
    {
        var type = First(words, word => _mapped.GetValueOrDefault(Plain(word)))
            // A stack can have types that are not in the table: KITESURF for "Kitesurf".
            ?? First(words, word => _allowed.FirstOrDefault(allowed => Plain(allowed) == Plain(word)))
            ?? First(words, word => Known(word) is { } known && _allowed.Contains(known) ? known : null)
            ?? _mapped.GetValueOrDefault(Anything);
        var shown = words.FirstOrDefault() ?? "";
        return type ?? throw new UnreadableException(
            $"the type {Received.Quote(shown)} is not one of the stack's ({string.Join(", ", _allowed)}). Fix: --map \"{(shown.Length is > 0 and <= 64 && shown.All(char.IsLetterOrDigit) ? shown : "SOURCE TYPE")}={_allowed[0]}\"");
    }

    private static string? First(ImmutableArray<string> words, Func<string, string?> find) => words.Select(find).FirstOrDefault(found => found is not null);

    private static string Plain(string word) => string.Concat(word.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
