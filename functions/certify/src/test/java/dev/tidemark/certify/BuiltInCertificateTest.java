package dev.tidemark.certify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.testkit.Depth;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that certify knows to do makes a built-in source lose, double or delete anything. */
class BuiltInCertificateTest {
  @Tag("deep")
  @ParameterizedTest
  @ValueSource(strings = {"askelephant", "lev", "zendesk"})
  void a_built_in_source_is_certified_as_a_whole(String source) throws InterruptedException {
    Definition definition = Sources.builtIn(source);
    List<String> all = definition.runnable();
    List<String> tried = all.subList(0, Depth.of(1, all.size()));
    Scale scale = new Scale(Depth.of(3, 5), 7);
    CertifyRequest request =
        new CertifyRequest(definition, tried, scale, new CertifyRequest.Api(List.of(), null));
    List<Certificate> certificates = request.run(_ -> {});
    System.out.printf(
        "%s: %d cases of %d resources%n",
        source, certificates.stream().mapToInt(Certificate::cases).sum(), certificates.size());
    assertThat(certificates)
        .hasSize(tried.size())
        .allSatisfy(certificate -> assertThat(certificate.lines()).contains("certified,"))
        .allSatisfy(certificate -> assertThat(certificate.cases()).isGreaterThan(100));
  }
}
