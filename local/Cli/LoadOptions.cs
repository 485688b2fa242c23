using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.Cli;

/// <summary>The options that tell a load. Each checks itself, so that everything wrong is said at once.</summary>
internal static class LoadOptions
{
    /// <summary>More than one a day from everybody.</summary>
    public const double Most = 10_000_000_000;

    public static Option<string> Stack()
    {
        var stack = StackOption.Create();
        stack.Validators.Add(result =>
        {
            try
            {
                _ = StackConfiguration.Load(Repository.Find(Environment.CurrentDirectory), result.GetValueOrDefault<string>());
            }
            catch (UserErrorException exception)
            {
                result.AddError(exception.Message);
            }
        });
        return stack;
    }

    public static Option<double> LogsPerDay() => Amount<double>("--logs-per-day", "Workouts that are logged a day", 0, Most);

    /// <param name="most">The highest value that is allowed.</param>
    public static Option<T> Amount<T>(string name, string description, double least, double most) => new(name)
    {
        Description = description,
        CustomParser = result => Parse<T>(result, name, least, most),
    };

    private static T Parse<T>(ArgumentResult result, string name, double least, double most)
    {
        var text = result.Tokens.Single().Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            && (typeof(T) != typeof(long) && typeof(T) != typeof(long?) || value == Math.Floor(value)))
        {
            return (T)Convert.ChangeType(value, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T), CultureInfo.InvariantCulture);
        }

        var whole = typeof(T) == typeof(long) || typeof(T) == typeof(long?) ? "whole " : "";
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} must be a {whole}number from {least:N0} to {most:N0}; received \"{text}\"."));
        return default!;
    }
}
