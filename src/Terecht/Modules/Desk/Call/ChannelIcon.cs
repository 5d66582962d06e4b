namespace Terecht.Modules.Desk.Call;

/// <summary>The picture of a channel.</summary>
internal static class ChannelIcon
{
    public static string Of(string channel) =>
        channel switch
        {
            "phone" => "phone",
            "mail" => "mail",
            "web" => "web",
            "chat" or "social" => "chat",
            "letter" => "letter",
            "video" => "video",
            _ => "counter",
        };
}
