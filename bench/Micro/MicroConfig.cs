using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace WorkoutLog.Bench.Micro;

/// <summary>How BenchmarkDotNet measures here.</summary>
internal static class MicroConfig
{
    /// <param name="artifacts">Folder for BenchmarkDotNet's own files.</param>
    /// <param name="quick">Three iterations instead of as many as it takes to be sure.</param>
    /// <param name="progress">Receives what BenchmarkDotNet has to say.</param>
    public static IConfig Create(string artifacts, bool quick, TextWriter progress) => ManualConfig.CreateEmpty()
        // In this process: the projects that BenchmarkDotNet would make know nothing of the repository's build.
        .AddJob((quick ? Job.ShortRun : Job.Default).WithToolchain(InProcessEmitToolchain.Instance))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddLogger(new TextLogger(progress))
        .WithArtifactsPath(artifacts)
        .WithOptions(ConfigOptions.DisableLogFile);
}
