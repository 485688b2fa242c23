using System.Reflection;
using WorkoutLog.Bench.Baselines;
using Xunit.Sdk;

namespace WorkoutLog.Bench.Tests.Baselines;

/// <summary>Theory data for a baseline on our data model; skips Go when Go is missing.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class OnOurModelAttribute : DataAttribute
{
    private readonly string _name;

    public OnOurModelAttribute(string name)
    {
        _name = name;
        Skip = name == GoBaseline.Name && !GoBaseline.IsInstalled ? GoBaseline.Absence : null;
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[_name]];
}
