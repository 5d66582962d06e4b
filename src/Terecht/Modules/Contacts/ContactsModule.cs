using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Contacts.Data;
using Terecht.Modules.Contacts.Drafts;
using Terecht.Modules.Contacts.Register;
using Terecht.Platform.Data;

namespace Terecht.Modules.Contacts;

internal static class ContactsModule
{
    public static IServiceCollection AddContacts(this IServiceCollection services)
    {
        services.AddSingleton<IModelPart, ContactsModel>();
        services.AddSingleton<References>();
        services.AddScoped<IContacts, ContactRegister>();
        services.AddScoped<IDrafts, DraftStore>();
        return services;
    }
}
