using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Access.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Events;

namespace Terecht.Modules.Access.SignIn;

internal sealed class OwnSettings(TerechtDb db, EventLog events, Session session, IHttpContextAccessor http)
    : IOwnSettings
{
    public async Task SwitchKeysAsync(Guid accountId, bool off, CancellationToken ct)
    {
        var account = await db.Accounts.SingleAsync(a => a.Id == accountId, ct);
        if (account.KeysOff != off)
        {
            account.KeysOff = off;
            events.Record(new KeysSwitched(accountId, off));
        }
    }

    public async Task RenewSessionAsync(Guid accountId)
    {
        var context = http.HttpContext ?? throw new InvalidOperationException("There is no request.");
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == accountId, context.RequestAborted);
        var current = await context.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        await session.BeginAsync(context, account, current.Properties);
    }
}
