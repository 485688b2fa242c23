using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace WorkoutLog.Bench.Micro;

/// <summary>BenchmarkDotNet's configuration.</summary>
internal static class MicroConfig
{
    /// <param name="artifacts">Folder for BenchmarkDotNet's own files.</param>
    /// <param name="quick">Three iterations instead of as many as precision requires.</param>
    /// <param name="progress">Receives BenchmarkDotNet's log.</param>
    public static IConfig Create(string artifacts, bool quick, TextWriter progress) => ManualConfig.CreateEmpty()
        // In process: the projects that BenchmarkDotNet generates would not use the repository's build.
        .AddJob((quick ? Job.ShortRun : Job.Default).WithToolchain(InProcessEmitToolchain.Instance))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddLogger(new TextLogger(progress))
        .WithArtifactsPath(artifacts)
        .WithOptions(ConfigOptions.DisableLogFile);
}
