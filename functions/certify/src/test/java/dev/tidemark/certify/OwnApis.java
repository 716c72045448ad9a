package dev.tidemark.certify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.rest.definition.Definition;
import dev.tidemark.testkit.Depth;
import java.util.List;

/** Certifies resources of definitions that tests write themselves. */
final class OwnApis {
  private OwnApis() {}

  /** Asserts that {@code resource} is certified. */
  static void isCertified(Definition definition, String resource) throws InterruptedException {
    isCertified(definition, resource, Depth.of(5, 9));
  }

  /** The same with {@code records} of them. */
  static void isCertified(Definition definition, String resource, int records)
      throws InterruptedException {
    CertifyRequest.Api api = new CertifyRequest.Api(List.of(), null);
    Certificate certificate =
        new CertifyRequest(definition, List.of(resource), new Scale(records, 7), api)
            .run(_ -> {})
            .getFirst();
    assertThat(certificate.certified()).as(certificate.lines()).isTrue();
  }
}
