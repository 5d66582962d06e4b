namespace Terecht.Modules.Shared.Error;

/// <summary>Names the texts of the error pages: <c>Texts.nl.resx</c> and <c>Texts.en.resx</c>.</summary>
internal sealed class Texts;
