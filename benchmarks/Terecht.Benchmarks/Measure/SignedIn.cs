using System.Net;
using System.Text.RegularExpressions;
using Terecht.Benchmarks.Load;

namespace Terecht.Benchmarks.Measure;

/// <summary>A browser without a screen, of somebody who signed in by the page itself.</summary>
internal sealed partial class SignedIn : IDisposable
{
    private const string TokenField = "__RequestVerificationToken";
    private const string FormForAll = "/uitloggen";

    private readonly HttpClient _client;
    private string _token = "";

    private SignedIn(Uri address)
    {
        // One connection for each, kept open, as a browser does; redirects are answers, not followed.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        _client = new HttpClient(handler) { BaseAddress = address };
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    /// <param name="staff">Number of the staff member.</param>
    public static async Task<SignedIn> AsAsync(Product product, int staff)
    {
        var browser = new SignedIn(product.Address);
        var token = TokenIn(await browser.GetAsync("/inloggen"));
        var next = await browser.PostAsync(
            "/inloggen",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Email"] = House.Email(staff),
                ["Password"] = House.Password,
                [TokenField] = token,
            }
        );
        if (!next.StartsWith('/'))
        {
            throw new InvalidOperationException($"{House.Email(staff)} could not sign in.");
        }
        // The token of before belongs to nobody; this one is this person's. Signing out is a form that all have.
        browser._token = TokenIn(await browser.GetAsync(FormForAll));
        return browser;
    }

    /// <summary>The whole page; anything but 200 is a mistake of the benchmark.</summary>
    public async Task<string> GetAsync(string path)
    {
        using var response = await _client.GetAsync(path);
        return response.StatusCode == HttpStatusCode.OK
            ? await response.Content.ReadAsStringAsync()
            : throw new InvalidOperationException($"{path} answered {response.StatusCode}.");
    }

    /// <summary>Where a redirect leads, and the page there.</summary>
    public async Task<(string Path, string Body)> FollowAsync(string path)
    {
        using var response = await _client.GetAsync(path);
        var next =
            response.Headers.Location?.OriginalString ?? throw new InvalidOperationException($"{path} leads nowhere.");
        return (next, await GetAsync(next));
    }

    /// <summary>Where the answer leads; when it leads nowhere, its status and what the page says is wrong.</summary>
    public async Task<string> PostAsync(string path, IReadOnlyDictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent(
            fields.ContainsKey(TokenField) ? fields : fields.Append(KeyValuePair.Create(TokenField, _token))
        );
        using var response = await _client.PostAsync(path, content);
        var page = await response.Content.ReadAsStringAsync();
        return response.Headers.Location?.OriginalString
            ?? $"{(int)response.StatusCode} {string.Join(" ", Wrong().Matches(page).Select(m => m.Groups["text"].Value))}";
    }

    /// <summary>The token of the forms of a page.</summary>
    private static string TokenIn(string page) =>
        Token().Match(page) is { Success: true } match
            ? match.Groups["token"].Value
            : throw new InvalidOperationException("The page has no form.");

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("t-field__error.*?<span>(?<text>[^<]+)", RegexOptions.Singleline, 1000)]
    private static partial Regex Wrong();
}

/// <summary>Several people at each client: one account may do 200 requests in a second, and the clients together do more.</summary>
internal sealed class Browsers : IDisposable
{
    private readonly SignedIn[][] _of;
    private readonly int[] _turn;

    private Browsers(SignedIn[][] of) => (_of, _turn) = (of, new int[of.Length]);

    /// <param name="staff">Who signs in as client's number so much; 0 to each - 1.</param>
    public static async Task<Browsers> OpenAsync(Product product, int clients, int each, Func<int, int, int> staff)
    {
        var of = new SignedIn[clients][];
        for (var client = 0; client < clients; client++)
        {
            of[client] = new SignedIn[each];
            for (var i = 0; i < each; i++)
            {
                of[client][i] = await SignedIn.AsAsync(product, staff(client, i));
            }
        }
        return new Browsers(of);
    }

    /// <summary>The next of a client's people, and which one that is.</summary>
    public (SignedIn Browser, int Which) Next(int client)
    {
        var which = _turn[client]++ % _of[client].Length;
        return (_of[client][which], which);
    }

    public void Dispose()
    {
        foreach (var browser in _of.SelectMany(b => b))
        {
            browser.Dispose();
        }
    }
}
