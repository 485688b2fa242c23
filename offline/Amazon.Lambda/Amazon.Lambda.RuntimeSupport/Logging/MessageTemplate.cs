using System.Globalization;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>A message and its placeholders. A doubled opening brace does not start one.</summary>
internal sealed class MessageTemplate
{
    private readonly string _message;
    private readonly List<MessagePlaceholder> _placeholders;
    private readonly bool _isPositional;

    public MessageTemplate(string message, bool hasArguments)
    {
        _message = message;
        _placeholders = hasArguments ? FindPlaceholders(message) : [];
        _isPositional = IsPositional(_placeholders);
    }

    public string Apply(object?[] arguments)
    {
        if (_placeholders.Count == 0)
        {
            return _message;
        }

        var text = new StringBuilder(_message.Length * 2);
        var written = 0;
        foreach (var (placeholder, value) in Bind(arguments))
        {
            text.Append(_message, written, placeholder.Place.Start.Value - written).Append(placeholder.Render(value));
            written = placeholder.Place.End.Value;
        }

        return text.Append(_message, written, _message.Length - written).ToString();
    }

    /// <summary>
    /// Placeholders with their arguments, by position if they are numbered 0…n, else in order; those without an argument are omitted.
    /// </summary>
    public IEnumerable<(MessagePlaceholder Placeholder, object? Value)> Bind(object?[] arguments)
    {
        for (var i = 0; i < _placeholders.Count; i++)
        {
            var index = _isPositional ? int.Parse(_placeholders[i].Name, CultureInfo.InvariantCulture) : i;
            if (index < arguments.Length)
            {
                yield return (_placeholders[i], arguments[index]);
            }
        }
    }

    private static List<MessagePlaceholder> FindPlaceholders(string message)
    {
        var found = new List<MessagePlaceholder>();
        for (var start = message.IndexOf('{', StringComparison.Ordinal); start >= 0 && start + 1 < message.Length;)
        {
            if (message[start + 1] is '{' or '}')
            {
                start = message.IndexOf('{', start + 2);
                continue;
            }

            var end = message.IndexOf('}', start);
            if (end < 0)
            {
                break;
            }

            found.Add(MessagePlaceholder.Parse(message, start..(end + 1)));
            start = message.IndexOf('{', end);
        }

        return found;
    }

    private static bool IsPositional(List<MessagePlaceholder> placeholders)
    {
        var positions = new SortedSet<int>();
        foreach (var placeholder in placeholders)
        {
            if (!int.TryParse(placeholder.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
            {
                return false;
            }

            positions.Add(position);
        }

        return positions.Count > 0 && positions.Min == 0 && positions.Max == positions.Count - 1;
    }
}
