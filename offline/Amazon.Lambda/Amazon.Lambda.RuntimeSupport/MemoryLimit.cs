using Amazon.Lambda.RuntimeSupport.Context;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Keeps the managed heap within the function's memory, so that the collector runs before the sandbox kills the process.</summary>
internal static class MemoryLimit
{
    private const ulong BytesPerMebibyte = 1024 * 1024;

    public static void Apply(LambdaEnvironment environment)
    {
        var bytes = (ulong)environment.MemoryLimitInMB * BytesPerMebibyte;
        if (bytes == 0 || environment.DisableMemoryLimit || (ulong)GC.GetGCMemoryInfo().TotalAvailableMemoryBytes < bytes)
        {
            return;
        }

        AppContext.SetData("GCHeapHardLimit", bytes);
        GC.RefreshMemoryLimit();
    }
}
