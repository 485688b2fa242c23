// A consumer of WorkoutLog's events: a queue of its own gets each workout that is logged. What reads the queue is not part of it.
//
//   cd examples/Coach
//   pulumi stack init dev
//   pulumi config set workoutLog organization/workout-log/dev    # the stack that publishes; organization is a word of its own in a bucket
//   pulumi up
//
// The stack that is named must publish events (pulumi config set events eventBridge), in this account and region.
return await Pulumi.Deployment.RunAsync(Coach.CoachProgram.RunAsync);
