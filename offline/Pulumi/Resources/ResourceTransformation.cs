namespace Pulumi;

/// <summary>Runs in a resource's constructor, before it is registered. Null leaves the resource unchanged.</summary>
public delegate ResourceTransformationResult? ResourceTransformation(ResourceTransformationArgs args);
