using System.Collections.Immutable;
using Pulumi;

namespace WorkoutLog.Infra.Components;

public sealed class AlarmTopicArgs : ResourceArgs
{
    /// <summary>Twelve digits.</summary>
    public required Input<string> AccountId { get; init; }

    /// <summary>Who gets the alarms by mail; each address gets a message first, which it must confirm.</summary>
    public required ImmutableArray<string> Emails { get; init; }

    /// <summary>Null in a stack without a customer key; the topic then makes a key for itself.</summary>
    public required CustomerKey? Key { get; init; }
}
