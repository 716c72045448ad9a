package dev.tidemark.aws.glue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.aws.AwsClients;
import dev.tidemark.aws.Endpoint;
import dev.tidemark.aws.standin.ScriptedService;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GlueCallsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TABLE =
      "{\"Table\":{\"Name\":\"deals\",\"VersionId\":\"7\",\"Parameters\":{\"a\":\"b\"}}}";

  private final List<Duration> waits = new ArrayList<>();
  private ScriptedService service;
  private GlueCalls glue;

  @BeforeEach
  void start() throws IOException {
    service = new ScriptedService();
    glue = new GlueCalls(AwsClients.glue(Endpoint.local(service.uri())), "sales", waits::add);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private static ObjectNode input() {
    return JSON.createObjectNode().put("Name", "deals");
  }

  @Test
  void a_table_is_found_with_its_version_and_parameters() {
    service.then(200, TABLE);
    GlueTable table = requireNonNull(glue.find("deals"));
    assertThat(table.version()).isEqualTo("7");
    assertThat(table.parameter("a")).isEqualTo("b");
    assertThat(table.parameter("c")).isNull();
    assertThat(service.asked().getFirst().body())
        .isEqualTo("{\"DatabaseName\":\"sales\",\"Name\":\"deals\"}");
  }

  @Test
  void none_is_found_where_there_is_none() {
    service.then(400, "{\"__type\":\"EntityNotFoundException\",\"Message\":\"Not Found\"}");
    assertThat(glue.find("deals")).isNull();
  }

  @Test
  void a_table_is_replaced_by_the_version_that_is_named_and_leaves_no_archive() {
    service.then(200, "{}");
    assertThat(glue.replace(input(), "7")).isTrue();
    assertThat(service.asked().getFirst().body())
        .isEqualTo(
            "{\"DatabaseName\":\"sales\",\"VersionId\":\"7\",\"SkipArchive\":true,"
                + "\"TableInput\":{\"Name\":\"deals\"}}");
  }

  @Test
  void another_version_or_another_table_is_no_failure() {
    service
        .then(400, "{\"__type\":\"com.amazonaws.glue#ConcurrentModificationException\"}")
        .then(400, "{\"__type\":\"AlreadyExistsException\"}");
    assertThat(glue.replace(input(), "7")).isFalse();
    assertThat(glue.create(input())).isFalse();
    assertThat(waits).isEmpty();
  }

  @Test
  void what_only_reads_is_tried_again() {
    service.then(500, "{}").then(503, "no JSON").then(200, TABLE);
    assertThat(glue.find("deals")).isNotNull();
    assertThat(waits).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
  }

  @Test
  void what_changes_a_table_is_not_tried_again_for_whether_it_was_done_is_not_known() {
    service.then(500, "{}").then(200, "{}");
    assertThatThrownBy(() -> glue.replace(input(), "7"))
        .isInstanceOf(GlueUnansweredException.class)
        .hasMessage("Glue did not answer to UpdateTable in the database sales: 500 ");
    assertThat(service.asked()).hasSize(1);
  }

  @Test
  void what_was_too_much_was_not_done_and_is_tried_again() {
    service.then(400, "{\"__type\":\"ThrottlingException\"}").then(200, "{}");
    assertThat(glue.create(input())).isTrue();
    assertThat(service.asked()).hasSize(2);
  }

  @Test
  void nobody_tries_for_ever() {
    for (int i = 0; i < 4; i++) {
      service.then(400, "{\"__type\":\"ThrottlingException\"}");
    }
    assertThatThrownBy(() -> glue.find("deals"))
        .isInstanceOf(GlueUnansweredException.class)
        .hasMessageContaining("ThrottlingException");
    assertThat(service.asked()).hasSize(4);
  }

  @Test
  void a_refusal_says_what_glue_said() {
    service.then(400, "{\"__type\":\"AccessDeniedException\",\"Message\":\"not authorized\"}");
    assertThatThrownBy(() -> glue.create(input()))
        .isInstanceOf(GlueException.class)
        .hasMessage(
            "Glue refused CreateTable in the database sales: 400 AccessDeniedException not"
                + " authorized");
  }
}
