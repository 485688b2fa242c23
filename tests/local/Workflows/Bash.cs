using System.Diagnostics;

namespace WorkoutLog.Local.Tests.Workflows;

internal static class Bash
{
    /// <returns>What bash has against a script, without running it; empty when it can read it.</returns>
    public static string Refusal(string script)
    {
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-n"]) { RedirectStandardInput = true, RedirectStandardError = true })!;
        bash.StandardInput.Write(script);
        bash.StandardInput.Close();
        var refusal = bash.StandardError.ReadToEnd();
        bash.WaitForExit();
        return refusal;
    }
}
