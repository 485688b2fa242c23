using System.Text;

namespace WorkoutLog.Local.Cli;

/// <summary>Drops the blanks at the end of each line, with which tables and grids fill their last column.</summary>
internal sealed class PlainWriter(TextWriter output) : TextWriter
{
    private int _blanks;

    public override Encoding Encoding => output.Encoding;

    public override void Write(char value)
    {
        if (value == ' ')
        {
            _blanks++;
            return;
        }

        if (value is not ('\n' or '\r'))
        {
            output.Write(new string(' ', _blanks));
        }

        _blanks = 0;
        output.Write(value);
    }

    public override void Flush() => output.Flush();
}
