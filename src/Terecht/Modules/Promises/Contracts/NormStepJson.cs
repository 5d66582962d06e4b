using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace Terecht.Modules.Promises.Contracts;

/// <summary>
/// Steps as JSON: <c>[{"minutes":240,"to":"holder"},{"minutes":60,"to":"regie","progress":"send"}]</c>, in working
/// minutes before the moment. A step that sends a progress message also proposes it.
/// </summary>
internal static class NormStepJson
{
    private const int MostMinutes = 100_000;

    public static NormStepsRead Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return Wrong("Dit is geen geldige JSON.");
        }
    }

    public static NormStepsRead Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            return Wrong("De stappen zijn een lijst.");
        }

        var steps = new List<NormStep>();
        foreach (var item in json.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object || Minutes(item) is not { } minutes)
            {
                return Wrong($"Een stap heeft een aantal werkminuten (minutes) van 0 tot en met {MostMinutes}.");
            }

            if (Receiver(Text(item, "to")) is not { } to)
            {
                return Wrong("Een stap gaat naar (to) holder, lead of regie.");
            }

            var progress = Text(item, "progress");
            if (progress is not (null or "propose" or "send"))
            {
                return Wrong("Een voortgangsbericht (progress) is propose of send.");
            }

            steps.Add(new NormStep(Duration.FromMinutes(minutes), to, progress is not null, progress == "send"));
        }

        return new NormStepsRead(steps, null);
    }

    public static string Write(IEnumerable<NormStep> steps)
    {
        var list = new JsonArray();
        foreach (var step in steps)
        {
            var json = new JsonObject { ["minutes"] = (int)step.Before.TotalMinutes, ["to"] = step.To.Word() };
            if (step.SendsProgress || step.ProposesProgress)
            {
                json["progress"] = step.SendsProgress ? "send" : "propose";
            }

            list.Add((JsonNode)json);
        }

        return list.ToJsonString();
    }

    public static string Word(this StepReceiver receiver) =>
        receiver switch
        {
            StepReceiver.Holder => "holder",
            StepReceiver.Lead => "lead",
            _ => "regie",
        };

    private static StepReceiver? Receiver(string? word) =>
        word switch
        {
            "holder" => StepReceiver.Holder,
            "lead" => StepReceiver.Lead,
            "regie" => StepReceiver.Regie,
            _ => null,
        };

    private static int? Minutes(JsonElement item) =>
        item.TryGetProperty("minutes", out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt32(out var minutes)
        && minutes is >= 0 and <= MostMinutes
            ? minutes
            : null;

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static NormStepsRead Wrong(string error) => new([], error);
}

/// <summary>What was read: the steps, or the sentence that says what is wrong.</summary>
internal sealed record NormStepsRead(IReadOnlyList<NormStep> Steps, string? Error);
