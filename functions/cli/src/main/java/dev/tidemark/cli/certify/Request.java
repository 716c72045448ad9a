package dev.tidemark.cli.certify;

import dev.tidemark.rest.definition.Definition;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a user wants to be certified.
 *
 * @param resources their names
 * @param records of each list
 * @param assume how the API really behaves, as the user wrote it
 */
public record Request(
    Definition definition, List<String> resources, int records, long seed, List<String> assume) {
  /** Tries it; {@code done} is told each resource as it ends. */
  public List<Certificate> run(Consumer<Certificate> done) throws InterruptedException {
    Assumptions assumed = Assumptions.of(assume);
    List<Certification.Job> jobs =
        resources.stream()
            .<Certification.Job>map(name ->
                new Trial(new Subject(definition, name, scale(), assumed)))
            .toList();
    return Certification.all(jobs, done);
  }

  /** How much of it is tried. */
  public Scale scale() {
    return new Scale(records, seed);
  }
}
