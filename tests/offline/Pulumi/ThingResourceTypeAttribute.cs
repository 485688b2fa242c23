using Pulumi;

namespace WorkoutLog.Offline.Tests.PulumiCore;

[AttributeUsage(AttributeTargets.Class)]
public sealed class ThingResourceTypeAttribute(string type) : ResourceTypeAttribute(type, "1.0.0");
