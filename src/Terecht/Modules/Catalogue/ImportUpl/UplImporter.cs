using Terecht.Modules.Catalogue.ImportTopics;
using Terecht.Modules.Catalogue.ImportTopics.Forms;
using Terecht.Modules.Organisation.Contracts.Import;
using Terecht.Platform.Import;

namespace Terecht.Modules.Catalogue.ImportUpl;

/// <summary>Loads the national list of product names: municipal products become topics.</summary>
internal sealed class UplImporter(TopicWriter writer) : ISettingsImporter
{
    public string What => "upl";

    public Task LoadAsync(ImportRun run, Guid municipalityId, CancellationToken ct) =>
        UplForm.Fits(run.File)
            ? writer.PutAsync(run, municipalityId, UplForm.Read(run), ct)
            : throw new ImportRefused(
                $"Dit is niet de landelijke productenlijst (UPL). Die heeft de velden {UplForm.NameField}, URI en Gemeente."
            );
}
