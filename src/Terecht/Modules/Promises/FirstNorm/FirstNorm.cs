using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Organisation.Contracts.Import;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.FirstNorm;

/// <summary>Without a norm nothing can be promised: a new municipality calls back by the next working day, 17.00.</summary>
internal sealed class FirstNorm(TerechtDb db, TimeProvider clock) : IMunicipalityStart
{
    public void Begin(Guid municipalityId)
    {
        var norm = new NormRow
        {
            Id = clock.NewId(),
            MunicipalityId = municipalityId,
            Code = "terugbellen",
            Name = "Terugbellen voor de volgende werkdag 17.00 uur",
            NameEn = "Call back by 17.00 on the next working day",
        };
        db.Add(norm);
        db.Add(
            new NormVersion
            {
                Id = clock.NewId(),
                NormId = norm.Id,
                Number = 1,
                Rule = DueRuleJson.Write(new DueRule.NextWorkingDayBefore(new ClockTime(17, 0))),
                Steps =
                    """[{"minutes":240,"to":"holder"},{"minutes":120,"to":"lead"},{"minutes":60,"to":"regie","progress":"propose"}]""",
                ValidFrom = clock.Today(),
                RecordedAt = clock.Now(),
            }
        );
        db.Add(
            new NormScope
            {
                Id = clock.NewId(),
                NormId = norm.Id,
                MunicipalityId = municipalityId,
            }
        );
    }
}
