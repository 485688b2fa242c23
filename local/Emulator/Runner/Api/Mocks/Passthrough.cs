namespace WorkoutLog.Local.Runner.Api.Mocks;

/// <summary>What API Gateway does with a body that no request template is for.</summary>
public enum Passthrough
{
    /// <summary>Takes it as it is.</summary>
    WhenNoMatch,

    /// <summary>Takes it as it is only where there is no template at all.</summary>
    WhenNoTemplates,

    /// <summary>Refuses it.</summary>
    Never,
}
