using System.Collections.Concurrent;
using System.Diagnostics;

namespace WorkoutLog.Local.Runner.Processes;

/// <summary>
/// Starts every child from one thread that lives as long as the runner. The parent-death signal of Linux fires when the thread
/// that forked ends, so a thread of the pool would take its children with it.
/// </summary>
internal static class ProcessLauncher
{
    private static readonly BlockingCollection<(ProcessStartInfo Info, TaskCompletionSource<Process> Started)> _queue = StartThread();

    public static Task<Process> StartAsync(ProcessStartInfo info)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        _queue.Add((info, started));
        return started.Task;
    }

    private static BlockingCollection<(ProcessStartInfo, TaskCompletionSource<Process>)> StartThread()
    {
        var queue = new BlockingCollection<(ProcessStartInfo, TaskCompletionSource<Process>)>();
        new Thread(() => Run(queue)) { IsBackground = true, Name = "process launcher" }.Start();
        return queue;
    }

    private static void Run(BlockingCollection<(ProcessStartInfo Info, TaskCompletionSource<Process> Started)> queue)
    {
        foreach (var (info, started) in queue.GetConsumingEnumerable())
        {
            try
            {
                started.SetResult(Process.Start(info)!);
            }
            catch (Exception failure) when (failure is System.ComponentModel.Win32Exception or InvalidOperationException or IOException)
            {
                started.SetException(failure);
            }
        }
    }
}
