using System.Diagnostics.CodeAnalysis;

namespace WorkoutLog.Infra.Settings;

/// <summary>Instruction set of the functions; the archives must be built for it.</summary>
public enum Architecture
{
    [SuppressMessage("Naming", "CA1707", Justification = "Lambda's own spelling, which the setting shares.")]
    X86_64,
    Arm64,
}
