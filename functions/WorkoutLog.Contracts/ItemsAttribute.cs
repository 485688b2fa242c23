namespace WorkoutLog.Contracts;

/// <summary>How many items a list has. The platform's own attributes for it need reflection when they check, which Native AOT refuses.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ItemsAttribute(int least, int most) : Attribute
{
    public int Least => least;

    public int Most => most;
}
