namespace WorkoutLog.Packaging.Native;

/// <summary>A file is not what an ELF executable looks like.</summary>
public sealed class ElfFormatException(string message) : Exception(message);
