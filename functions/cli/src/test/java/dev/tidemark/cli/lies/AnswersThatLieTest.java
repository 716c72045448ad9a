package dev.tidemark.cli.lies;

import static dev.tidemark.cli.lies.Records.array;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.cli.lies.ScriptedApi.Said;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Answers with a status of success that are none. */
@Execution(ExecutionMode.CONCURRENT)
final class AnswersThatLieTest {
  @TempDir private Path folder;

  private static String whole(String errors) {
    return """
    %sresources:
      things:
        path: /things
        records: result
        id: id
        pagination: {kind: cursor, parameter: cursor, next: next, absentEnds: true}
        order: id
        promote: run-start
    """
        .formatted(errors);
  }

  @Test
  void success_false_beside_an_empty_list_is_no_end() {
    String body =
        "{\"success\":false,\"errors\":[{\"code\":9,\"message\":\"quota of the month is used"
            + " up\"}],\"result\":[],\"moreResult\":false}";
    try (ScriptedApi api = ScriptedApi.start(_ -> Said.ok(body))) {
      Landed landed = Landed.of(folder, api, whole(""));
      assertThat(landed.sync().reason()).contains("quota of the month").contains("errors.body");
      assertThat(landed.manifests()).isZero();
    }
  }

  @Test
  void an_answer_that_is_declared_to_be_partial_publishes_no_delete() {
    try (ScriptedApi api = ScriptedApi.start(_ -> Said.ok("{\"result\":" + array(1, 30) + "}"))) {
      String partial = "errors:\n  body: [{path: incomplete, equals: \"true\", means: partial}]\n";
      Landed landed = Landed.of(folder, api, whole(partial));
      landed.sync().completed();
      api.becomes(_ -> Said.ok("{\"incomplete\":true,\"result\":" + array(1, 28) + "}"));
      assertThat(landed.reconcile().reason()).contains("incomplete");
      assertThat(landed.state()).hasSize(30);
    }
  }

  @Test
  void graphql_errors_beside_no_data_are_shown_and_not_asked_for_again() {
    String body = "{\"data\":null,\"errors\":[{\"message\":\"Field 'x' doesn't exist\"}]}";
    String yaml = whole("").replace("records: result", "records: data.things.nodes");
    try (ScriptedApi api = ScriptedApi.start(_ -> Said.ok(body))) {
      Landed landed = Landed.of(folder, api, yaml);
      assertThat(landed.sync().reason()).contains("Field 'x' doesn't exist");
      assertThat(api.asked()).hasSizeLessThan(3);
    }
  }

  @Test
  void a_null_among_the_records_beside_errors_is_no_reject() {
    String body =
        "{\"data\":{\"things\":{\"nodes\":[{\"id\":1},null]}},\"errors\":[{\"message\":\"boom\"}]}";
    String yaml = whole("").replace("records: result", "records: data.things.nodes");
    try (ScriptedApi api = ScriptedApi.start(_ -> Said.ok(body))) {
      Landed landed = Landed.of(folder, api, yaml);
      assertThat(landed.sync().reason()).contains("boom").contains("errors.body");
      assertThat(landed.manifests()).isZero();
    }
  }

  @Test
  void slack_says_not_ok() {
    String body = "{\"ok\":false,\"error\":\"missing_scope\",\"result\":[]}";
    try (ScriptedApi api = ScriptedApi.start(_ -> Said.ok(body))) {
      assertThat(Landed.of(folder, api, whole("")).sync().reason()).contains("missing_scope");
    }
  }

  @Test
  void an_error_member_beside_good_records_is_counted() {
    try (ScriptedApi api =
        ScriptedApi.start(
            _ -> Said.ok("{\"errors\":[\"deprecated\"],\"result\":" + array(1, 3) + "}"))) {
      Landed landed = Landed.of(folder, api, whole(""));
      assertThat(landed.sync().completed().warned("errors-beside-records")).isEqualTo(1);
      assertThat(landed.state()).hasSize(3);
    }
  }

  @Test
  void a_reconcile_that_would_delete_most_of_a_small_resource_fails() {
    try (ScriptedApi api = ScriptedApi.start(_ -> Said.ok("{\"result\":" + array(1, 50) + "}"))) {
      Landed landed = Landed.of(folder, api, whole(""));
      landed.sync().completed();
      api.becomes(_ -> Said.ok("{\"result\":" + array(1, 20) + "}"));
      assertThat(landed.reconcile().reason()).contains("30 of 50");
      assertThat(landed.state()).hasSize(50);
      api.becomes(_ -> Said.ok("{\"result\":" + array(1, 49) + "}"));
      landed.reconcile().completed();
      assertThat(landed.state()).hasSize(49);
    }
  }

  @Test
  void parents_that_are_all_hidden_fail_the_run() {
    String yaml =
        """
        resources:
          owners:
            path: /owners
            records: result
            id: id
            pagination: {kind: none}
            order: id
            promote: run-start
          things:
            parent: owners
            path: /owners/{parent}/things
            records: result
            id: id
            pagination: {kind: none}
            order: unordered
            promote: run-start
        """;
    try (ScriptedApi api =
        ScriptedApi.start(asked ->
            asked.path().equals("/owners")
                ? Said.ok("{\"result\":" + array(1, 12) + "}")
                : Said.status(403))) {
      Landed landed = Landed.of(folder, api, yaml);
      assertThat(landed.sync().reason()).contains("12");
      assertThat(landed.manifests()).isZero();
      api.becomes(asked ->
          asked.path().equals("/owners")
              ? Said.ok("{\"result\":" + array(1, 12) + "}")
              : asked.path().equals("/owners/3/things")
                  ? Said.status(404)
                  : Said.ok("{\"result\":[{\"id\":\"a\"}]}"));
      landed.sync().completed();
    }
  }

  @Test
  void couchdb_ends_at_the_sequence_that_was_asked_for() {
    String yaml =
        """
        resources:
          things:
            path: /_changes
            records: results
            id: id
            pagination: {kind: cursor, parameter: since, next: last_seq}
            order: unordered
            promote: cursor
        """;
    try (ScriptedApi api =
        ScriptedApi.start(asked -> {
          int since = asked.number("since", 0);
          String results =
              IntStream.rangeClosed(since + 1, Math.min(25, since + 10))
                  .mapToObj(i -> "{\"id\":\"d%d\",\"seq\":%d}".formatted(i, i))
                  .collect(java.util.stream.Collectors.joining(",", "[", "]"));
          return Said.ok(
              "{\"results\":" + results + ",\"last_seq\":" + Math.min(25, since + 10) + "}");
        })) {
      Landed landed = Landed.of(folder, api, yaml);
      landed.sync().completed();
      landed.sync().completed();
      assertThat(landed.state()).hasSize(25);
    }
  }

  @Test
  void another_account_is_not_landed_over_the_first_one() {
    try (ScriptedApi sandbox =
            ScriptedApi.start(_ -> Said.ok("{\"result\":" + array(1, 30) + "}"));
        ScriptedApi production =
            ScriptedApi.start(_ -> Said.ok("{\"result\":" + array(1, 12) + "}"))) {
      Landed.of(folder, sandbox, whole("")).sync().completed();
      Landed other = Landed.of(folder, production, whole(""));
      Landed.Ran refused = other.reconcile();
      assertThat(refused.status()).isNotZero();
      assertThat(refused.out() + refused.err()).contains("belongs to").contains("--connection");
      assertThat(other.state()).hasSize(30);
      assertThat(production.asked()).isEmpty();
    }
  }
}
