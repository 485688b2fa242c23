using WorkoutLog.Functions.Tests.Packaging.Native;
using WorkoutLog.Packaging;

namespace WorkoutLog.Functions.Tests.Packaging;

public sealed class FunctionFilesTests : IDisposable
{
    private static readonly FunctionBuild _managed = new(PackagingMode.Managed, Architecture.Arm64);

    private readonly string _folder = Directory.CreateTempSubdirectory("workout-log-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_native_function_is_its_executable_and_the_authorities_it_trusts()
    {
        File.WriteAllBytes(Path.Combine(_folder, "Echo"), ElfImage.Create(ElfImage.X64));
        Add("Echo.dbg", "Echo.xml");

        Assert.Equal(
            [new FunctionFile("bootstrap", Path.Combine(_folder, "Echo"), Executable: true), new FunctionFile("amazon-trust-services.pem", "roots.pem")],
            FunctionFiles.Of(FunctionBuild.Default, _folder, "Echo", "roots.pem"));
    }

    [Fact]
    public void A_native_function_for_another_machine_is_refused_by_name()
    {
        File.WriteAllBytes(Path.Combine(_folder, "Echo"), ElfImage.Create(ElfImage.Arm64));

        var failure = Assert.Throws<PackagingException>(() => FunctionFiles.Of(FunctionBuild.Default, _folder, "Echo", "roots.pem"));

        Assert.Equal("Echo is an executable for arm64, but the requested architecture is x86_64.", failure.Message);
    }

    [Fact]
    public void A_function_published_for_the_other_packaging_is_refused()
    {
        Add("Echo.dll");

        Assert.Equal(
            $"There is no native executable at {Path.Combine(_folder, "Echo")}; was the function published as Native AOT?",
            Assert.Throws<PackagingException>(() => FunctionFiles.Of(FunctionBuild.Default, _folder, "Echo", "roots.pem")).Message);
        Assert.Equal(
            $"There is no Echo.runtimeconfig.json in {_folder}; was the function published for the .NET runtime?",
            Assert.Throws<PackagingException>(() => FunctionFiles.Of(_managed, _folder, "Echo", "roots.pem")).Message);
    }

    [Fact]
    public void A_managed_function_is_the_published_output_without_files_that_Lambda_does_not_run()
    {
        Add("Echo.dll", "Echo.deps.json", "Echo.runtimeconfig.json", "Echo.pdb", "Echo.xml", "de/Echo.resources.dll");

        Assert.Equal(
            ["Echo.deps.json", "Echo.dll", "Echo.runtimeconfig.json", "amazon-trust-services.pem", "de/Echo.resources.dll"],
            FunctionFiles.Of(_managed, _folder, "Echo", "roots.pem").Select(file => file.Name).Order(StringComparer.Ordinal));
    }

    private void Add(params string[] names)
    {
        foreach (var file in names.Select(name => Path.Combine(_folder, name)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, "");
        }
    }
}
