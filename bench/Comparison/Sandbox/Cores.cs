using System.Diagnostics;

namespace WorkoutLog.Bench.Comparison.Sandbox;

/// <summary>Which processor is whose while functions are compared.</summary>
internal static class Cores
{
    /// <summary>The one that the function under test has to itself.</summary>
    public static int OfFunction => Environment.ProcessorCount - 1;

    /// <summary>Keeps this process, and the children that it starts from now on, off the function's processor, where there is another one.</summary>
    public static void LeaveToFunction()
    {
        if (OfFunction > 0 && OperatingSystem.IsLinux())
        {
            using Process self = Process.GetCurrentProcess();
            self.ProcessorAffinity = (nint)((1L << OfFunction) - 1);
        }
    }
}
