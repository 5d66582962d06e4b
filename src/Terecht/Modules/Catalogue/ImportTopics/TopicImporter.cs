using Terecht.Modules.Organisation.Contracts.Import;
using Terecht.Platform.Import;

namespace Terecht.Modules.Catalogue.ImportTopics;

/// <summary>Loads topics from any of the forms in <see cref="TopicForms"/>.</summary>
internal sealed class TopicImporter(TopicWriter writer) : ISettingsImporter
{
    public string What => "topics";

    public Task LoadAsync(ImportRun run, Guid municipalityId, CancellationToken ct) =>
        writer.PutAsync(run, municipalityId, TopicForms.Read(run), ct);
}
