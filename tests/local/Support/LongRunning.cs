using Xunit.Abstractions;

[assembly: TestCollectionOrderer("WorkoutLog.Local.Tests.LongRunningFirst", "WorkoutLog.Local.Tests")]

namespace WorkoutLog.Local.Tests;

/// <summary>The tests of this class or collection take half a minute or more in sequence.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LongRunningAttribute : Attribute;

/// <summary>Starts the long classes first, so that none of them runs alone at the end.</summary>
public sealed class LongRunningFirst : ITestCollectionOrderer
{
    private readonly HashSet<string> _long =
        [.. typeof(LongRunningFirst).Assembly.GetTypes().Where(type => type.IsDefined(typeof(LongRunningAttribute), inherit: false)).Select(type => type.FullName!)];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections)
    {
        ArgumentNullException.ThrowIfNull(testCollections);
        return testCollections.OrderByDescending(collection => _long.Contains(Class(collection)));
    }

    // A class without a collection of its own is named by its collection's display name alone.
    private static string Class(ITestCollection collection) =>
        collection.CollectionDefinition?.Name ?? collection.DisplayName.Replace("Test collection for ", "", StringComparison.Ordinal);
}
