using WorkoutLog.Offline.ProviderSdk;

return CommandLine.Run(args, Console.Out, Console.Error);
