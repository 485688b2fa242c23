using System.Diagnostics;

namespace WorkoutLog.Bench.Comparison.Sandbox;

/// <summary>CPU assignment during a comparison.</summary>
internal static class Cores
{
    /// <summary>The CPU reserved for the function under test.</summary>
    public static int OfFunction => Environment.ProcessorCount - 1;

    /// <summary>Keeps this process and its future children off the function's CPU, if there is another one.</summary>
    public static void LeaveToFunction()
    {
        if (OfFunction > 0 && OperatingSystem.IsLinux())
        {
            using Process self = Process.GetCurrentProcess();
            self.ProcessorAffinity = (nint)((1L << OfFunction) - 1);
        }
    }
}
