using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Terecht.Platform.Data;

namespace Terecht.Modules.Access.Data;

internal sealed class AccessModel : IModelPart
{
    public void Build(ModelBuilder model)
    {
        model.Entity<Account>(e =>
        {
            e.ToTable("account", "access");
            e.Property(x => x.ConcurrencyStamp).IsConcurrencyToken();
            e.HasIndex(x => x.NormalizedUserName).IsUnique();
        });
        model.Entity<IdentityUserClaim<Guid>>(e =>
        {
            e.ToTable("account_claim", "access");
            e.HasOne<Account>().WithMany().HasForeignKey(x => x.UserId);
            e.Property(x => x.Id).UseIdentityByDefaultColumn();
        });
        model.Entity<IdentityUserLogin<Guid>>(e =>
        {
            e.ToTable("account_login", "access");
            e.HasKey(x => new { x.LoginProvider, x.ProviderKey });
            e.HasOne<Account>().WithMany().HasForeignKey(x => x.UserId);
        });
        model.Entity<IdentityUserToken<Guid>>(e =>
        {
            e.ToTable("account_token", "access");
            e.HasKey(x => new
            {
                x.UserId,
                x.LoginProvider,
                x.Name,
            });
            e.HasOne<Account>().WithMany().HasForeignKey(x => x.UserId);
        });
        model.Entity<AccountRole>(e =>
        {
            e.ToTable("account_role", "access");
            e.HasKey(x => new { x.AccountId, x.Role });
            e.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId);
        });
    }
}
