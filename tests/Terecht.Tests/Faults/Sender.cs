using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Faults;

/// <summary>What came back in the end.</summary>
/// <param name="Location">Where it leads; empty when it leads nowhere.</param>
internal sealed record Answer(HttpStatusCode Status, string Location, string Body);

/// <summary>
/// Somebody at a browser without a screen. What gets no answer is sent again, the very same, until it gets one: as a person
/// does who presses once more.
/// </summary>
internal sealed partial class Sender : IDisposable
{
    private const string TokenField = "__RequestVerificationToken";
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(10);
    private readonly HttpClient _client;
    private string _token = "";

    /// <param name="oneRequestEach">A connection for each request, for a line that wants to know where one ends.</param>
    private Sender(Uri server, bool oneRequestEach)
    {
        Server = server;
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        _client = new HttpClient(handler);
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        _client.DefaultRequestHeaders.ConnectionClose = oneRequestEach;
    }

    /// <summary>Where it sends: the program, or a line to it.</summary>
    public Uri Server { get; set; }

    /// <summary>How often something was sent that got no answer.</summary>
    public int Unanswered { get; private set; }

    public int Answered { get; private set; }

    public static async Task<Sender> SignedInAsync(Uri server, string email, bool oneRequestEach = false)
    {
        var sender = new Sender(server, oneRequestEach);
        sender._token = FieldIn((await sender.GetAsync("/inloggen")).Body, TokenField);
        var answer = await sender.PostAsync("/inloggen", ("Email", email), ("Password", Given.Password));
        answer.Status.ShouldBe(HttpStatusCode.Redirect, $"{email} could not sign in.");
        // The token of before belongs to nobody. Signing out is a form that all have.
        sender._token = FieldIn((await sender.GetAsync("/uitloggen")).Body, TokenField);
        return sender;
    }

    public Task<Answer> GetAsync(string path) =>
        SendAsync(() => new HttpRequestMessage(HttpMethod.Get, new Uri(Server, path)));

    public Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(() =>
            new HttpRequestMessage(HttpMethod.Post, new Uri(Server, path))
            {
                Content = new FormUrlEncodedContent([
                    .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)),
                    KeyValuePair.Create(TokenField, _token),
                ]),
            }
        );

    /// <summary>What a hidden field of a page holds.</summary>
    public static string FieldIn(string page, string name) =>
        Field()
            .Matches(page)
            .FirstOrDefault(m => m.Groups["name"].Value == name)
            .ShouldNotBeNull($"The page has no field '{name}': {page}")
            .Groups["value"]
            .Value;

    private async Task<Answer> SendAsync(Func<HttpRequestMessage> make)
    {
        var ct = TestContext.Current.CancellationToken;
        while (true)
        {
            try
            {
                using var request = make();
                using var response = await _client.SendAsync(request, ct);
                var body = await response.Content.ReadAsStringAsync(ct);
                ((int)response.StatusCode).ShouldBeLessThan(500, $"{request.Method} {request.RequestUri}: {body}");
                Answered++;
                return new Answer(response.StatusCode, response.Headers.Location?.OriginalString ?? "", body);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or SocketException)
            {
                Unanswered++;
                await Task.Delay(Breath, ct);
            }
        }
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("<input[^>]* name=\"(?<name>[^\"]+)\"[^>]* value=\"(?<value>[^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Field();
}
