package dev.tidemark.certify;

import dev.tidemark.rest.definition.Definition;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a user wants to be certified.
 *
 * @param resources their names
 * @param api what they are tried against
 */
public record CertifyRequest(Definition definition, List<String> resources, Scale scale, Api api) {
  /**
   * What resources are tried against.
   *
   * @param assume how the API really behaves, as the user wrote it
   * @param pages the folder of its recorded pages; null for an API that is made from the definition
   */
  public record Api(List<String> assume, @Nullable Path pages) {}

  /**
   * Tries it.
   *
   * @param done is called with each resource as it ends
   */
  public List<Certificate> run(Consumer<Certificate> done) throws InterruptedException {
    return Certification.all(api.pages() == null ? trials() : playbacks(api.pages()), done);
  }

  private List<Certification.Job> trials() {
    Assumptions assumed = Assumptions.of(api.assume());
    Definition tried = ShortWindows.of(definition, SimulatedAccount.before(scale));
    return resources.stream()
        .<Certification.Job>map(name -> new Trial(new Subject(tried, name, scale, assumed)))
        .toList();
  }

  private List<Certification.Job> playbacks(Path folder) {
    if (!api.assume().isEmpty()) {
      throw new CertifyException(
          "--assume says nothing about recorded pages; leave one of them out");
    }
    PageFolder pages = new PageFolder(folder);
    Scale recorded = new Scale(0, scale.seed());
    return pages.recorded(resources).stream()
        .<Certification.Job>map(name ->
            new Playback(
                new Subject(definition, name, recorded, Assumptions.NONE),
                pages.of(definition, name)))
        .toList();
  }
}
