namespace Terecht.Modules.Citizens;

/// <summary>Names the texts of the public pages: <c>Texts.nl.resx</c> and <c>Texts.en.resx</c>.</summary>
internal sealed class Texts;
