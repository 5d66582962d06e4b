namespace Terecht.Tests.Modules.Promises.Due;

/// <summary>A small vectors file of our own: worked out by hand, one case or more for every kind of rule.</summary>
internal static class OwnVectors
{
    public const string Json = """
        {
          "zone": "Europe/Amsterdam",
          "decreeYears": [2027, 2027],
          "statutoryDays": { "2027-03-26": "Good Friday", "2027-03-29": "Easter Monday", "2027-05-05": "Liberation Day",
            "2027-05-06": "Ascension Day", "2027-05-07": "decree" },
          "norms": {
            "next17": { "kind": "nextWorkingDayBefore", "time": "17:00" },
            "workdays2": { "kind": "withinWorkingDays", "days": 2 },
            "open90": { "kind": "withinOpeningMinutes", "minutes": 90 },
            "hours24": { "kind": "withinHours", "hours": 24 },
            "chosen": { "kind": "chosenMoment" },
            "days3": { "kind": "statutoryTerm", "unit": "days", "count": 3 },
            "weeks6": { "kind": "statutoryTerm", "unit": "weeks", "count": 6 },
            "weeks13": { "kind": "statutoryTerm", "unit": "weeks", "count": 13 }
          },
          "calendars": {
            "office": { "weekly": { "mon": [["08:00", "17:00"]], "tue": [["08:00", "17:00"]], "wed": [["08:00", "17:00"]],
              "thu": [["08:00", "17:00"]], "fri": [["08:00", "17:00"]] }, "closures": [] },
            "bridge": { "weekly": { "mon": [["08:00", "17:00"]], "tue": [["08:00", "17:00"]], "wed": [["08:00", "17:00"]],
              "thu": [["08:00", "17:00"]], "fri": [["08:00", "17:00"]] }, "closures": [
              { "date": "2027-03-29", "from": "00:00", "to": "24:00" }, { "date": "2027-05-05", "from": "00:00", "to": "24:00" },
              { "date": "2027-05-06", "from": "00:00", "to": "24:00" }, { "date": "2027-05-07", "from": "12:00", "to": "24:00" } ] },
            "always": { "weekly": { "mon": [["00:00", "24:00"]], "tue": [["00:00", "24:00"]], "wed": [["00:00", "24:00"]],
              "thu": [["00:00", "24:00"]], "fri": [["00:00", "24:00"]], "sat": [["00:00", "24:00"]], "sun": [["00:00", "24:00"]] },
              "closures": [] }
          },
          "cases": [
            { "id": 1, "madeAt": "2027-04-30T14:55:00Z", "norm": "next17", "calendar": "office", "due": "2027-05-03T15:00:00Z" },
            { "id": 2, "madeAt": "2027-05-04T13:00:00Z", "norm": "next17", "calendar": "bridge", "due": "2027-05-07T15:00:00Z" },
            { "id": 3, "madeAt": "2027-05-04T13:00:00Z", "norm": "workdays2", "calendar": "bridge", "due": "2027-05-10T15:00:00Z" },
            { "id": 4, "madeAt": "2027-03-27T22:30:00Z", "norm": "workdays2", "calendar": "bridge", "due": "2027-03-31T15:00:00Z" },
            { "id": 5, "madeAt": "2027-04-30T13:30:00Z", "norm": "open90", "calendar": "office", "due": "2027-04-30T15:00:00Z" },
            { "id": 6, "madeAt": "2027-04-30T13:30:01Z", "norm": "open90", "calendar": "office", "due": "2027-05-03T06:00:01Z" },
            { "id": 7, "madeAt": "2027-03-28T00:30:00Z", "norm": "open90", "calendar": "always", "due": "2027-03-28T02:00:00Z" },
            { "id": 8, "madeAt": "2027-10-30T12:00:00Z", "norm": "hours24", "calendar": "-", "due": "2027-10-31T12:00:00Z" },
            { "id": 9, "madeAt": "2027-05-03T12:00:00Z", "norm": "chosen", "calendar": "office",
              "chosen": { "at": "2027-05-04T10:15:00+02:00" }, "due": "2027-05-04T08:15:00Z" },
            { "id": 10, "madeAt": "2027-05-03T12:00:00Z", "norm": "chosen", "calendar": "bridge",
              "chosen": { "date": "2027-05-07", "daypart": "morning" }, "due": "2027-05-07T10:00:00Z" },
            { "id": 11, "madeAt": "2027-05-03T12:00:00Z", "norm": "chosen", "calendar": "always",
              "chosen": { "date": "2027-05-07", "daypart": "evening" }, "due": "2027-05-07T22:00:00Z" },
            { "id": 12, "madeAt": "2027-03-25T09:00:00Z", "norm": "days3", "calendar": "-", "due": "2027-03-31T22:00:00Z" },
            { "id": 13, "madeAt": "2027-03-24T09:00:00Z", "norm": "weeks6", "calendar": "-", "due": "2027-05-10T22:00:00Z" },
            { "id": 14, "madeAt": "2027-01-02T09:00:00Z", "norm": "weeks13", "calendar": "-", "due": "2027-04-03T22:00:00Z" }
          ]
        }
        """;
}
