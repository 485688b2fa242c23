namespace WorkoutLog.Packaging.Native;

/// <summary>A version of a library's symbols, such as <c>GLIBC_2.34</c> of <c>libc.so.6</c>.</summary>
public sealed record NeededVersion(string Library, string Version);
