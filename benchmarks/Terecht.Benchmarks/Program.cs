using Terecht.Benchmarks;

return await Run.MainAsync(args);
