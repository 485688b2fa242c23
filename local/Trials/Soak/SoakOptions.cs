namespace WorkoutLog.Local.Soak;

/// <param name="Operations">All clients together.</param>
/// <param name="Clients">That work at the same time.</param>
/// <param name="Users">Whose workouts all clients write; few, so that the clients meet.</param>
/// <param name="FaultRate">
/// Probability, 0 to 1, of each kind of fault for each call of a function to AWS, and of losing an answer of the API on its way to the client.
/// </param>
/// <param name="Seed">The same one gives the same operations and chances; how the clients meet still differs.</param>
/// <param name="Redeploys">Deployments to the run while the clients are at work, evenly spread; 0 for none. With them the clients read as well.</param>
internal sealed record SoakOptions(int Operations, int Clients, int Users, double FaultRate, int Seed, int Redeploys = 0);
