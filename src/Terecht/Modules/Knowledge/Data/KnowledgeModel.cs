using Microsoft.EntityFrameworkCore;
using Terecht.Platform.Data;

namespace Terecht.Modules.Knowledge.Data;

internal sealed class KnowledgeModel : IModelPart
{
    public void Build(ModelBuilder model)
    {
        model.Entity<Article>().ToTable("article", "knowledge");
        model.Entity<ArticleVersion>(e =>
        {
            e.ToTable("article_version", "knowledge");
            e.HasOne<Article>().WithMany().HasForeignKey(x => x.ArticleId);
        });
        model.Entity<ArticleTopic>(e =>
        {
            e.ToTable("article_topic", "knowledge");
            e.HasKey(x => new { x.ArticleId, x.TopicId });
            e.HasOne<Article>().WithMany().HasForeignKey(x => x.ArticleId);
        });
        model.Entity<ArticleUse>(e =>
        {
            e.ToTable("article_use", "knowledge");
            e.HasKey(x => x.EventId);
            e.HasOne<Article>().WithMany().HasForeignKey(x => x.ArticleId);
        });
    }
}

internal static class KnowledgeTables
{
    extension(TerechtDb db)
    {
        internal DbSet<Article> Articles => db.Set<Article>();
        internal DbSet<ArticleVersion> ArticleVersions => db.Set<ArticleVersion>();
        internal DbSet<ArticleTopic> ArticleTopics => db.Set<ArticleTopic>();
    }
}
