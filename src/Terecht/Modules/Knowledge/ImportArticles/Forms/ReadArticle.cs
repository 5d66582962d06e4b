namespace Terecht.Modules.Knowledge.ImportArticles.Forms;

/// <summary>An article, or why a line is none: a sentence for who made the file.</summary>
internal readonly record struct ReadArticle(ArticleLine? Article, string? Why)
{
    public static implicit operator ReadArticle(ArticleLine article) => new(article, null);

    public static ReadArticle Rejected(string why) => new(null, why);
}
