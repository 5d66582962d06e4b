return 0;

internal sealed partial class Program;
