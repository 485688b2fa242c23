using System.Diagnostics;
using System.Globalization;
using WorkoutLog.Bench.Baselines;

namespace WorkoutLog.Bench.Comparison.Sandbox;

/// <summary>A function's process, in a <see cref="CpuGroup"/> from its first instruction.</summary>
internal sealed class SandboxedProcess : IAsyncDisposable
{
    // The shell joins the group, then executes the program, so that the program never runs outside it.
    private const string Launch = """for f in $GROUP; do echo $$ > "$f"; done; unset GROUP; exec "$0" "$@" """;

    private readonly Process _process;
    private readonly List<string> _output = [];

    private SandboxedProcess(Process process) => _process = process;

    /// <summary>Peak resident memory so far.</summary>
    public long PeakKiB => long.Parse(
        File.ReadLines($"/proc/{_process.Id}/status")
            .First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);

    /// <summary>Completes when the process exits.</summary>
    public Task Exited => _process.WaitForExitAsync();

    /// <summary>Its output, for an error message.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return string.Join('\n', _output);
            }
        }
    }

    public static SandboxedProcess Start(FunctionUnderTest function, IReadOnlyDictionary<string, string> variables, CpuGroup group)
    {
        var info = new ProcessStartInfo("/bin/sh", ["-c", Launch, function.Program, .. function.Arguments])
        {
            WorkingDirectory = function.WorkingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment.Clear();
        foreach (var (name, value) in variables)
        {
            info.Environment[name] = value;
        }

        info.Environment["GROUP"] = string.Join(' ', group.MemberFiles);
        var sandboxed = new SandboxedProcess(Process.Start(info)!);
        sandboxed._process.OutputDataReceived += sandboxed.Keep;
        sandboxed._process.ErrorDataReceived += sandboxed.Keep;
        sandboxed._process.BeginOutputReadLine();
        sandboxed._process.BeginErrorReadLine();
        return sandboxed;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        const int Kept = 20;
        lock (_output)
        {
            if (line.Data is not null && _output.Count < Kept)
            {
                _output.Add(line.Data);
            }
        }
    }
}
