namespace Pulumi.Testing;

/// <summary>Replaces the engine and its providers. Calls may overlap when a resource waits for something.</summary>
public interface IMocks
{
    /// <summary>
    /// Called for every resource except the stack. The state is a dictionary or an args object; a component's result is ignored.
    /// </summary>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <summary>Called for every provider function; the result is a dictionary or an args object.</summary>
    Task<object> CallAsync(MockCallArgs args);

    /// <summary>Called for every component that registers outputs, and last for the stack.</summary>
    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}
