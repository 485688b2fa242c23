using System.Reflection;
using WorkoutLog.Bench.Baselines;
using Xunit.Sdk;

namespace WorkoutLog.Bench.Tests.Baselines;

/// <summary>Names a baseline on our data model to a theory, with each of the cases where there are some; skipped when it is Go and Go is missing.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class OnOurModelAttribute : DataAttribute
{
    private readonly string _name;
    private readonly string? _cases;

    /// <param name="cases">Name of a static property of the test's class.</param>
    public OnOurModelAttribute(string name, string? cases = null)
    {
        (_name, _cases) = (name, cases);
        Skip = name == GoBaseline.Name && !GoBaseline.IsInstalled ? GoBaseline.Absence : null;
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => _cases is null
        ? [[_name]]
        : ((string[])testMethod.DeclaringType!.GetProperty(_cases)!.GetValue(null)!).Select(body => new object[] { _name, body });
}
