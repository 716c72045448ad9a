package dev.tidemark.core.lake;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.core.fingerprint.Fingerprint;
import dev.tidemark.core.fingerprint.PublishedAs;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageWriterTest {
  private static final Instant TIME = Instant.parse("2026-02-03T04:05:06.789Z");
  private static final BatchKey KEY =
      new BatchKey(
          ResourceKey.of("acme", "deals"), 1, TIME, new RunId("20260203T040506Z-0123456789"), 12);

  private final ExecutorService compressor = Executors.newSingleThreadExecutor();
  private final PageWriter writer = new PageWriter(KEY, 1, compressor);

  @AfterEach
  void stop() {
    writer.close();
    compressor.shutdown();
  }

  @Test
  void a_line_is_the_records_own_bytes_and_one_member_more() throws Exception {
    writer.begin(TIME);
    line("{\"id\":1,\"n\":1.10,\"s\":\"\\u00e4\u4e2d\"}", false, "\"v1\"", null);
    writer.commit("req-1");
    assertThat(text(writer.finishLines()))
        .isEqualTo(
            "{\"id\":1,\"n\":1.10,\"s\":\"\\u00e4\u4e2d\",\"_tidemark\":{"
                + "\"run\":\"20260203T040506Z-0123456789\",\"batch\":12,"
                + "\"fetchedAt\":\"2026-02-03T04:05:06.789Z\",\"op\":\"upsert\","
                + "\"version\":\"v1\"}}\n");
  }

  @Test
  void a_delete_and_a_child_say_so() throws Exception {
    writer.begin(TIME);
    line("{\"id\":1}", true, null, "\"p7\"");
    writer.commit(null);
    assertThat(text(writer.finishLines()))
        .endsWith("\"op\":\"delete\",\"version\":null,\"parent\":\"p7\"}}\n");
  }

  @Test
  void a_line_above_the_first_generation_says_so_last() throws Exception {
    writer.begin(TIME);
    line("  {\"id\":1}".getBytes(StandardCharsets.UTF_8), true, "5", "\"p7\"", 12);
    writer.commit(null);
    assertThat(text(writer.finishLines()))
        .endsWith("\"op\":\"delete\",\"version\":5,\"parent\":\"p7\",\"generation\":12}}\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{ }",
        "{\t\r }",
        "{\"a\":{}}",
        "{ \"a\":{}}",
        "{\"a\":[],\"a\":[]}",
        "{\"\":\"}\"}",
        "{\"a\":\"{\"}",
        "{\"a\":1 }"
      })
  void an_odd_record_gives_a_line_of_its_members_and_one_more(String json) throws Exception {
    writer.begin(TIME);
    line(json, false, null, null);
    writer.commit(null);
    String line = text(writer.finishLines());
    int member = line.indexOf("\"_tidemark\":{\"run\"");
    String before = line.substring(0, member).strip();
    String record = json.substring(0, json.length() - 1).strip();
    assertThat(before.replace(" ", "").replace("\t", "").replace("\r", ""))
        .isEqualTo(record.equals("{") ? "{" : record.replace(" ", "") + ",");
    assertThat(line).endsWith("\"version\":null}}\n");
  }

  @Test
  void a_page_rolled_back_leaves_lines_rejects_and_fingerprints_as_they_were() throws Exception {
    writer.begin(TIME);
    line("{\"id\":1}", false, null, null);
    reject("5", "no object");
    writer.commit("req-1");
    writer.begin(TIME);
    line("{\"id\":2}", false, null, null);
    line("{\"id\":3,\"large\":\"" + "x".repeat(4_000_000) + "\"}", false, null, null);
    reject("6", "no object");
    writer.rollback();
    writer.begin(TIME);
    line("{\"id\":4}", false, null, null);
    writer.commit("req-3");
    assertThat(writer.count()).isEqualTo(2);
    assertThat(writer.rejects()).isEqualTo(1);
    assertThat(writer.fingerprints().size()).isEqualTo(2);
    assertThat(text(writer.finishLines()).lines())
        .extracting(text -> text.substring(0, 7))
        .containsExactly("{\"id\":1", "{\"id\":4");
    assertThat(text(requireNonNull(writer.finishRejects())).lines()).hasSize(1);
  }

  @Test
  void a_reject_keeps_its_bytes_and_names_reason_and_request() throws Exception {
    writer.begin(TIME);
    reject("{\"a\":[1, 2]}", "no \"id\"");
    writer.commit("req-1");
    assertThat(text(requireNonNull(writer.finishRejects())))
        .isEqualTo(
            "{\"rejected\":{\"a\":[1, 2]},\"reason\":\"no \\\"id\\\"\","
                + "\"run\":\"20260203T040506Z-0123456789\",\"batch\":12,"
                + "\"requestId\":\"req-1\"}\n");
  }

  @Test
  void without_a_reject_there_is_no_object_for_them() throws Exception {
    writer.begin(TIME);
    line("{\"id\":1}", false, null, null);
    writer.commit(null);
    assertThat(writer.finishRejects()).isNull();
  }

  @Test
  void a_step_of_the_compressor_that_fails_fails_the_batch() throws Exception {
    LineStream stream = new LineStream(1, Runnable::run);
    stream.close();
    stream.write(new byte[] {1, 2, 3}, 0, 3);
    stream.mark();
    assertThatThrownBy(stream::finish)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("compression failed");
  }

  private void line(String json, boolean deleted, @Nullable String version, @Nullable String parent)
      throws InterruptedException {
    byte[] bytes = ("  " + json).getBytes(StandardCharsets.UTF_8);
    line(bytes, deleted, version, parent, 0);
  }

  private void line(
      byte[] bytes,
      boolean deleted,
      @Nullable String version,
      @Nullable String parent,
      int generation)
      throws InterruptedException {
    RawRecord record =
        new RawRecord(
            new JsonSlice(bytes, 2, bytes.length - 2, null),
            "1",
            null,
            version,
            7,
            0,
            parent,
            deleted);
    writer.line(record, new Fingerprint(1, 2, 3), new PublishedAs(3, 7, generation, 5));
  }

  private void reject(String json, String reason) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    writer.reject(bytes, 0, bytes.length, reason);
  }

  private static String text(Bytes gzip) throws IOException {
    try (InputStream in = new GZIPInputStream(gzip.stream())) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
