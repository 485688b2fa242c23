using System.Diagnostics.CodeAnalysis;

namespace WorkoutLog.Functions.Tests.Support;

/// <summary>One DynamoDB Local for all tests that need it.</summary>
[CollectionDefinition(Name)]
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "xunit's own term.")]
public sealed class DynamoDbCollection : ICollectionFixture<DynamoDbFixture>
{
    public const string Name = "DynamoDB";
}
