namespace Terecht.Platform.Messages;

internal static class MessagesSetup
{
    public static void AddMessages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(MessageSettings.Read(configuration));
        services
            .AddHttpClient(NotifyProvider.Client)
            // The address holds our reference and the body a link of a citizen: neither is for a log.
            .RemoveAllLoggers();
        services.AddSingleton<IMessageProvider, SmtpProvider>();
        services.AddSingleton<IMessageProvider, NotifyProvider>();
        services.AddSingleton<IMessageGateway, MessageGateway>();
    }
}
