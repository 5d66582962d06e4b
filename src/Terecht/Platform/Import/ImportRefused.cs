namespace Terecht.Platform.Import;

/// <summary>The whole file cannot be used. The message is a Dutch sentence for who gave it; nothing was changed.</summary>
internal sealed class ImportRefused(string sentence) : Exception(sentence);
