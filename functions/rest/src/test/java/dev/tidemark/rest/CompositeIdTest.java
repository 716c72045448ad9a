package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PublishedLine;
import dev.tidemark.core.state.Warning;
import dev.tidemark.core.state.Warnings;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.record.LineRecall;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.rest.standin.Taken;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records that only several members together tell apart, and those that nothing does. */
class CompositeIdTest {
  private static Definition definition(String id) {
    return DefinitionReader.read(
        "acme.yaml",
        """
        tidemark: 1
        source: acme
        title: Acme
        baseUrl: https://api.acme.example
        auth: {apiKey: {}, clientCredentials: {path: /token}}
        resources:
          all:
            path: /all
            records: data
            id: %s
            volatile: [views]
            order: id
            promote: run-start
            pagination: {kind: none}
        """
            .formatted(id));
  }

  private static Taken taken(String id, Warnings warnings, String... records) throws Exception {
    String answer = "{\"data\":[" + String.join(",", records) + "]}";
    try (Desk desk = AnyApi.desk(definition(id), new CannedTransport().then(200, answer))) {
      PageOutcome outcome = desk.first();
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Delivered.class, page -> assertThat(page.warnings()).isEqualTo(warnings));
      return desk.taken();
    }
  }

  @Test
  void each_combination_is_a_record_of_its_own() throws Exception {
    Taken taken =
        taken(
            "[campaignId, geo.country]",
            Warnings.NONE,
            "{\"campaignId\":7,\"geo\":{\"country\":\"de\"}}",
            "{\"campaignId\":7,\"geo\":{\"country\":\"fr\"}}",
            "{\"campaignId\":\"7\",\"geo\":{\"country\":\"fr\"}}");
    assertThat(taken.records())
        .extracting(Taken.Landed::identity)
        .containsExactly("[7,\"de\"]", "[7,\"fr\"]", "[\"7\",\"fr\"]");
    assertThat(taken.rejects()).isEmpty();
  }

  @Test
  void a_record_that_lacks_one_member_has_no_id() throws Exception {
    Taken taken = taken("[campaignId, geo.country]", Warnings.NONE, "{\"campaignId\":7}");
    assertThat(taken.records()).isEmpty();
    assertThat(taken.rejects())
        .extracting(Taken.Reject::reason)
        .containsExactly("it has no id: geo.country is no text and no number");
  }

  @Test
  void a_published_line_is_recalled_with_all_members_of_its_id() {
    String line =
        "{\"geo\":{\"country\":\"a,\\\"]b\"},\"n\":1,\"campaignId\":7,\"_tidemark\":{\"run\":"
            + "\"20261122T030000Z-abcdefghij\",\"batch\":7,\"fetchedAt\":"
            + "\"2026-11-22T03:00:00.000Z\",\"op\":\"upsert\",\"version\":null}}";
    PublishedLine recalled =
        new LineRecall(definition("[campaignId, geo.country, geo.city]").resource("all"))
            .of(
                line.replace("{\"country\"", "{\"city\":1E2,\"country\"")
                    .getBytes(StandardCharsets.UTF_8));
    assertThat(recalled.identity()).isEqualTo("[7,\"a,\\\"]b\",1E2]");
    assertThat(recalled.id()).isEqualTo("[7,\"a,\\\"]b\",1E2]");
    assertThat(new String(recalled.tombstone(), StandardCharsets.UTF_8))
        .isEqualTo("{\"campaignId\":7,\"geo\":{\"country\":\"a,\\\"]b\",\"city\":1E2}}");
  }

  @Test
  void records_of_one_page_that_share_an_id_and_differ_are_counted() throws Exception {
    List<String> rows =
        List.of(
            "{\"campaignId\":7,\"country\":\"de\"}",
            "{\"campaignId\":7,\"country\":\"fr\"}",
            "{\"campaignId\":7,\"country\":\"it\"}",
            "{\"campaignId\":8,\"country\":\"it\"}");
    Taken taken =
        taken("campaignId", Warnings.of(Warning.SAME_ID_TWICE, 2), rows.toArray(String[]::new));
    assertThat(taken.records()).hasSize(4);
  }

  @Test
  void the_same_record_twice_is_no_warning_nor_is_a_member_that_does_not_count() throws Exception {
    taken("id", Warnings.NONE, "{\"id\":1,\"views\":1}", "{\"id\": 1, \"views\":2}");
  }
}
