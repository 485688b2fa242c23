using System.Collections.Immutable;

namespace WorkoutLog.Local.Runner.Api.Validation;

/// <summary>A model of API Gateway, as far as a local run knows JSON Schema.</summary>
/// <param name="Types">Those that are allowed; empty for any.</param>
/// <param name="AllowsOthers">Whether an object may have properties that are not listed.</param>
/// <param name="Items">Of every element of an array; null for any.</param>
internal sealed record Model(
    ImmutableSortedSet<InstanceType> Types,
    ImmutableSortedDictionary<string, Model> Properties,
    ImmutableSortedSet<string> Required,
    bool AllowsOthers,
    Model? Items,
    int? MinItems,
    int? MaxItems);
