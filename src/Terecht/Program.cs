using Terecht;

// Arguments that begin with a dash are settings (tests start the program so); otherwise the first one is a verb.
return args.Length == 0 || args[0].StartsWith("--", StringComparison.Ordinal)
    ? await Web.RunAsync(args)
    : await Verbs.RunAsync(args);

/// <summary>Named so that tests can start the program in their own process.</summary>
internal sealed partial class Program;
