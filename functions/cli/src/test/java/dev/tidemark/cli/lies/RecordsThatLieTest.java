package dev.tidemark.cli.lies;

import static dev.tidemark.cli.lies.Records.array;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.cli.lies.ScriptedApi.Said;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Records that say less, or otherwise, than the definition expects. */
@Execution(ExecutionMode.CONCURRENT)
final class RecordsThatLieTest {
  @TempDir private Path folder;

  private static String whole(String more) {
    return """
    resources:
      things:
        path: /things
        records: data
        id: id
        pagination: {kind: none}
        order: unordered
        promote: run-start
    %s
    """
        .formatted(more);
  }

  private static Said data(String... records) {
    return Said.ok("{\"data\":" + array(List.of(records)) + "}");
  }

  private static final String VERSIONED =
      "    watermark: {field: updated_at}\n    version: {field: updated_at}";

  @Test
  void a_tombstone_that_is_a_stub_takes_its_record_away() {
    String yaml = whole(VERSIONED + "\n    deleted: {field: deleted, equals: \"true\"}");
    try (ScriptedApi api =
        ScriptedApi.start(_ -> data("{\"id\":1,\"updated_at\":\"2026-01-01T00:00:00Z\"}"))) {
      Landed landed = Landed.of(folder, api, yaml);
      landed.sync().completed();
      api.becomes(_ -> data("{\"id\":1,\"deleted\":true}"));
      landed.sync().completed();
      assertThat(landed.state()).isEmpty();
      api.becomes(_ -> data("{\"id\":1,\"updated_at\":\"2026-01-03T00:00:00Z\"}"));
      landed.sync().completed();
      assertThat(landed.state()).hasSize(1);
    }
  }

  @Test
  void times_in_several_spellings_are_one_order() {
    List<String> spellings =
        List.of(
            "2026-01-01T00:00:01+0000",
            "2026-01-01 00:00:02+00:00",
            "2026-01-01T00:00:03.123456789Z",
            "2026-01-02");
    try (ScriptedApi api =
        ScriptedApi.start(
            _ -> data("{\"id\":1,\"v\":0,\"updated_at\":\"2026-01-01T00:00:00Z\"}"))) {
      Landed landed = Landed.of(folder, api, whole(VERSIONED));
      landed.sync().completed();
      for (int i = 0; i < spellings.size(); i++) {
        String record =
            "{\"id\":1,\"v\":%d,\"updated_at\":\"%s\"}".formatted(i + 1, spellings.get(i));
        api.becomes(_ -> data(record));
        landed.sync().completed();
        assertThat(landed.state()).containsEntry("1", record);
      }
    }
  }

  @Test
  void a_time_that_nothing_parses_fails_a_bookmark_that_is_made_of_it() {
    String yaml =
        whole("    watermark: {field: updated_at}\n    filter: {from: since}")
            .replace("order: unordered", "order: watermark-ascending")
            .replace("promote: run-start", "promote: max-seen");
    try (ScriptedApi api =
        ScriptedApi.start(_ -> data("{\"id\":1,\"updated_at\":\"2026-05-01T10:00:00\"}"))) {
      Landed landed = Landed.of(folder, api, yaml);
      assertThat(landed.sync().reason()).contains("\"2026-05-01T10:00:00\"").contains("zone");
      Landed zoned =
          Landed.of(
              folder, api, yaml.replace("{field: updated_at}", "{field: updated_at, zone: UTC}"));
      zoned.sync().completed();
      assertThat(zoned.state()).hasSize(1);
      assertThat(zoned.sync().completed().report().path("checkpoint").path("watermark").asText())
          .isEqualTo("2026-05-01T10:00:00");
    }
  }

  @Test
  void two_members_can_be_one_id() {
    String[] rows = {
      "{\"campaign\":1,\"country\":\"de\",\"n\":5}", "{\"campaign\":1,\"country\":\"fr\",\"n\":6}"
    };
    try (ScriptedApi api = ScriptedApi.start(_ -> data(rows))) {
      Landed one = Landed.of(folder, api, whole("").replace("id: id", "id: campaign"));
      assertThat(one.sync("--connection", "one").completed().warned("same-id-twice")).isEqualTo(1);
      Landed both = Landed.of(folder, api, whole("").replace("id: id", "id: [campaign, country]"));
      both.sync().completed();
      assertThat(both.records()).containsExactlyInAnyOrder(rows);
    }
  }

  @Test
  void a_version_that_goes_back_is_the_newest_where_a_later_run_saw_it() {
    String yaml = whole(VERSIONED + "\n    settleLag: 0s");
    String future = "{\"id\":1,\"text\":\"wrong\",\"updated_at\":\"2027-11-01T00:00:00Z\"}";
    String corrected = "{\"id\":1,\"text\":\"right\",\"updated_at\":\"2026-01-05T00:00:00Z\"}";
    String bare = "{\"id\":1,\"text\":\"bare\",\"updated_at\":null}";
    try (ScriptedApi api = ScriptedApi.start(_ -> data(future))) {
      Landed landed = Landed.of(folder, api, yaml);
      landed.sync().completed();
      Landed.letSecondsPass();
      api.becomes(_ -> data(corrected));
      landed.sync().completed();
      assertThat(landed.state()).containsEntry("1", corrected);
      Landed.letSecondsPass();
      api.becomes(_ -> data(bare));
      landed.sync().completed();
      assertThat(landed.state()).containsEntry("1", bare);
    }
  }

  @Test
  void a_record_that_was_deleted_and_restored_from_a_backup_is_there() {
    String yaml = whole(VERSIONED + "\n    settleLag: 0s");
    String keeps = "{\"id\":2,\"updated_at\":\"2026-01-01T00:00:00Z\"}";
    String before = "{\"id\":1,\"updated_at\":\"2026-01-05T00:00:00Z\"}";
    String restored = "{\"id\":1,\"updated_at\":\"2026-01-04T00:00:00Z\"}";
    try (ScriptedApi api = ScriptedApi.start(_ -> data(before, keeps))) {
      Landed landed = Landed.of(folder, api, yaml);
      landed.sync().completed();
      api.becomes(_ -> data(keeps));
      landed.reconcile().completed();
      assertThat(landed.state()).containsOnlyKeys("2");
      Landed.letSecondsPass();
      api.becomes(_ -> data(restored, keeps));
      landed.reconcile().completed();
      assertThat(landed.state()).containsEntry("1", restored);
    }
  }

  @Test
  void a_record_with_a_member_of_our_name_is_set_aside() {
    try (ScriptedApi api =
        ScriptedApi.start(
            _ -> data("{\"id\":1,\"_tidemark\":{\"op\":\"delete\"}}", "{\"id\":2}"))) {
      Landed landed = Landed.of(folder, api, whole(""));
      assertThat(landed.sync().completed().report().path("rejected").asInt()).isEqualTo(1);
      assertThat(landed.state()).containsOnlyKeys("2");
    }
  }

  @Test
  void a_record_without_members_lands_as_json() {
    String yaml =
        """
        resources:
          owners:
            path: /owners
            records: data
            id: id
            pagination: {kind: none}
            order: id
            promote: run-start
          things:
            parent: owners
            path: /owners/{parent}/thing
            one: true
            records: data
            id: id
            pagination: {kind: none}
            order: unordered
            promote: run-start
        """;
    try (ScriptedApi api =
        ScriptedApi.start(asked ->
            asked.path().equals("/owners") ? data("{\"id\":1}") : Said.ok("{\"data\":{ }}"))) {
      Landed landed = Landed.of(folder, api, yaml);
      assertThat(landed.sync().completed().report().path("records").asInt()).isEqualTo(1);
      assertThat(landed.state().values()).containsExactly("{}");
    }
  }

  @Test
  void an_answer_without_its_list_is_an_empty_page_where_that_is_declared() {
    try (ScriptedApi api = ScriptedApi.start(_ -> Said.ok("{\"total\":0}"))) {
      assertThat(Landed.of(folder, api, whole("")).sync().reason()).contains("absentEmpty");
      Landed.of(folder, api, whole("    absentEmpty: true")).sync().completed();
    }
  }

  @Test
  void a_time_of_creation_is_found_out_by_check() {
    String yaml =
        whole("    watermark: {field: created}\n    filter: {from: since}")
            .replace("order: unordered", "order: watermark-ascending")
            .replace("promote: run-start", "promote: max-seen");
    try (ScriptedApi api =
        ScriptedApi.start(_ ->
            data(
                "{\"id\":1,\"created\":\"2026-01-01T00:00:00Z\",\"modified\":\"2026-02-01T00:00:00Z\","
                    + "\"lines\":{\"data\":[1],\"has_more\":true}}"))) {
      Landed.Ran check = Landed.of(folder, api, yaml).check();
      assertThat(check.status()).isEqualTo(1);
      assertThat(check.out())
          .containsPattern("NO  edits .*modified 2026-02-01.*created")
          .containsPattern("\\?   nested .*lines.*child resource");
    }
  }
}
