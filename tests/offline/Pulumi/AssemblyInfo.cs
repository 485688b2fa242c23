// A run reads the process's environment and sets its exit code.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
