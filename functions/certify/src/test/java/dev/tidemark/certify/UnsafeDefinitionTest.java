package dev.tidemark.certify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.testkit.Depth;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Definitions that load and lose records at some API are found out, and only at that API. */
@Tag("deep")
class UnsafeDefinitionTest {
  private static final int FEW = Depth.of(5, 9);

  @Test
  void pages_that_are_continued_behind_a_time_lose_what_shares_it() throws Exception {
    assertThat(tried("invoices").lines())
        .contains("invoices: NOT certified")
        .containsPattern("two records share a time over the border of pages .*never landed")
        .contains("page by the id, or by a cursor that is no time");
  }

  @Test
  void an_order_that_only_looks_like_one_is_refused_before_it_loses_anything() throws Exception {
    assertThat(tried("orders", "order=unordered").lines())
        .contains("the list is not in the order that is declared")
        .contains("declare order: unordered with promote: run-start");
  }

  @Test
  void an_api_that_shows_records_at_once_needs_no_settle_lag() throws Exception {
    Certificate certificate = tried("orders");
    assertThat(certificate.certified()).as(certificate.lines()).isTrue();
    assertThat(certificate.lines()).contains("later than 0 s after its time");
    assertThat(tried("orders").lines()).as("equal seeds").isEqualTo(certificate.lines());
  }

  @Test
  @Tag("deep-only")
  void an_account_that_has_to_be_asked_for_is_one_more_place_to_die_at() throws Exception {
    Certificate certificate =
        triedWith("baseUrl:", "account: {path: /me, id: data.account.id}\nbaseUrl:", "orders");
    assertThat(certificate.certified()).as(certificate.lines()).isTrue();
  }

  private static Certificate tried(String resource, String... assume)
      throws IOException, InterruptedException {
    return triedWith("", "", resource, assume);
  }

  private static Certificate triedWith(String text, String other, String resource, String... assume)
      throws IOException, InterruptedException {
    String name = "hasty.yaml";
    try (InputStream in = UnsafeDefinitionTest.class.getResourceAsStream(name)) {
      byte[] yaml = Objects.requireNonNull(in, name).readAllBytes();
      String written = new String(yaml, StandardCharsets.UTF_8).replaceFirst(text, other);
      Definition definition = DefinitionReader.read("hasty.yaml", written);
      CertifyRequest.Api api = new CertifyRequest.Api(List.of(assume), null);
      Scale scale = new Scale(FEW, 7);
      return new CertifyRequest(definition, List.of(resource), scale, api).run(_ -> {}).getFirst();
    }
  }
}
