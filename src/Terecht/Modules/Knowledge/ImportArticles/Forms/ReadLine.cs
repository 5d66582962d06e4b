namespace Terecht.Modules.Knowledge.ImportArticles.Forms;

/// <summary>An article, or why this line is none: a sentence for who made the file.</summary>
internal readonly record struct ReadLine(ArticleLine? Article, string? Why)
{
    public static implicit operator ReadLine(ArticleLine article) => new(article, null);

    public static ReadLine Rejected(string why) => new(null, why);
}
