using System.Diagnostics.CodeAnalysis;

namespace WorkoutLog.Packaging;

/// <summary>Instruction set of the functions.</summary>
public enum Architecture
{
    [SuppressMessage("Naming", "CA1707", Justification = "Lambda's own spelling, which the setting shares.")]
    X86_64,
    Arm64,
}
