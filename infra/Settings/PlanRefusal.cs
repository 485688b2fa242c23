namespace WorkoutLog.Infra.Settings;

/// <summary>What a plan refuses as long as no waiver of the stack lets it pass. Written in lower case with dashes: <c>data-loss</c>.</summary>
public enum PlanRefusal
{
    /// <summary>A resource that holds data is deleted and made anew, empty.</summary>
    StatefulReplacement,

    /// <summary>A resource that holds data is deleted.</summary>
    DataLoss,

    /// <summary>What data could be restored from goes, or reaches less far back.</summary>
    RecoveryLoss,

    /// <summary>What keeps a resource from being deleted by mistake is turned off.</summary>
    ProtectionLoss,

    /// <summary>Another attribute, or one at last, decides when items are deleted.</summary>
    ExpiryChange,

    /// <summary>A table's changes are no longer told to those who read them.</summary>
    StreamLoss,

    /// <summary>A role of the stack may do more, or more may take it on.</summary>
    WidenedAccess,

    /// <summary>More callers reach what the stack offers, or with less proof of who they are.</summary>
    PublicExposure,

    /// <summary>Data is no longer encrypted with a key of the account, or travels under a weaker protocol.</summary>
    EncryptionLoss,
}
