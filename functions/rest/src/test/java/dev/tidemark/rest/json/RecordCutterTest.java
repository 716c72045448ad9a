package dev.tidemark.rest.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.watermark.VersionRank;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.RecordId;
import dev.tidemark.rest.definition.TimeFormat;
import dev.tidemark.rest.standin.Pieces;
import dev.tidemark.rest.standin.Taken;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is looked at in a record, where declarations meet in one member. */
class RecordCutterTest {
  private static Taken.Landed only(RecordShape shape, String record) throws Exception {
    Taken taken = new Taken();
    PageScanner scanner =
        new PageScanner(new EnvelopeShape(MemberPath.of("data"), false, List.of()), shape);
    scanner.scan(Pieces.whole("{\"data\":[" + record + "]}"), 1_000_000, taken);
    assertThat(taken.rejects()).isEmpty();
    return taken.records().getFirst();
  }

  private static RecordShape shape(
      String id, @Nullable String watermark, @Nullable String version, String... skipped) {
    return new RecordShape(
        RecordId.of(id),
        watermark == null
            ? null
            : new RecordShape.Timed(
                MemberPath.of(watermark), Shapes.times(TimeFormat.EPOCH_SECONDS)),
        version == null
            ? null
            : new RecordShape.Ranked(MemberPath.of(version), value -> value.text().length()),
        null,
        null,
        "_own",
        Stream.of(skipped).map(MemberPath::of).toList());
  }

  @Test
  void one_member_may_be_watermark_and_version() throws Exception {
    Taken.Landed record = only(shape("id", "at", "at"), "{\"id\":1,\"at\":5}");
    assertThat(record.watermark()).isEqualTo("5");
    assertThat(record.version()).isEqualTo("5");
  }

  @Test
  void a_version_has_a_rank_and_a_record_without_one_the_lowest() throws Exception {
    RecordShape shape = shape("id", null, "v");
    Taken taken = new Taken();
    PageScanner scanner =
        new PageScanner(new EnvelopeShape(MemberPath.of("data"), false, List.of()), shape);
    String page = "{\"data\":[{\"id\":1,\"v\":\"7\"},{\"id\":2,\"v\":null},{\"id\":3}]}";
    scanner.scan(Pieces.whole(page), 1_000_000, taken);
    assertThat(taken.ranks()).containsExactly(1L, VersionRank.NONE, VersionRank.NONE);
  }

  @Test
  void a_record_with_a_reserved_member_of_its_own_is_rejected_and_one_deeper_down_is_not()
      throws Exception {
    for (String value : List.of("null", "5", "{\"a\":1}", "[ 1]")) {
      Taken taken = new Taken();
      PageScanner scanner =
          new PageScanner(
              new EnvelopeShape(MemberPath.of("data"), false, List.of()),
              shape("id", null, "_own.a"));
      String page = "{\"data\":[{\"_own\":" + value + ",\"id\":1},{\"id\":2,\"a\":{\"_own\":1}}]}";
      scanner.scan(Pieces.whole(page), 1_000_000, taken);
      assertThat(taken.records()).extracting(Taken.Landed::identity).containsExactly("2");
      assertThat(taken.rejects()).hasSize(1);
      assertThat(taken.rejects().getFirst().reason()).isEqualTo("it has a member _own of its own");
    }
  }

  @Test
  void one_member_may_be_id_and_watermark_and_version() throws Exception {
    Taken.Landed record = only(shape("at", "at", "at"), "{\"at\":5}");
    assertThat(record.identity()).isEqualTo("5");
    assertThat(record.watermark()).isEqualTo("5");
    assertThat(record.version()).isEqualTo("5");
  }

  @Test
  void a_member_that_does_not_count_may_be_the_watermark_nevertheless() throws Exception {
    Taken.Landed record = only(shape("id", "at", "v", "at", "v"), "{\"v\": 7,\"id\":1,\"at\": 5}");
    assertThat(record.watermark()).isEqualTo("5");
    assertThat(record.version()).isEqualTo("7");
    assertThat(record.json()).isEqualTo("{\"v\":7,\"id\":1,\"at\":5}");
    assertThat(record.compared()).isEqualTo("{,\"id\":1,}");
  }

  @Test
  void a_member_that_does_not_count_may_hold_one_that_does_not_either() throws Exception {
    Taken.Landed record =
        only(shape("id", "a.at", null, "a.b", "a"), "{\"a\":{\"b\":1,\"at\":5},\"id\":1}");
    assertThat(record.watermark()).isEqualTo("5");
    assertThat(record.compared()).isEqualTo("{,\"id\":1}");
  }

  @Test
  void the_last_of_equal_keys_counts() throws Exception {
    Taken.Landed record =
        only(shape("id", "at", null, "s"), "{\"id\":1,\"s\":1,\"id\":2,\"s\":[ ]}");
    assertThat(record.identity()).isEqualTo("2");
    assertThat(record.compared()).isEqualTo("{\"id\":1,,\"id\":2,}");
  }

  @Test
  void one_member_may_have_every_role() throws Exception {
    RecordShape shape =
        new RecordShape(
            RecordId.of("at"),
            new RecordShape.Timed(MemberPath.of("at"), Shapes.times(TimeFormat.EPOCH_SECONDS)),
            new RecordShape.Ranked(MemberPath.of("at"), Shapes.UNRANKED),
            new RecordShape.Gone(MemberPath.of("at"), List.of("5")),
            MemberPath.of("at"),
            null,
            List.of());
    Taken.Landed record = only(shape, "{\"at\":5}");
    assertThat(record.identity()).isEqualTo("5");
    assertThat(record.watermark()).isEqualTo("5");
    assertThat(record.version()).isEqualTo("5");
    assertThat(record.deleted()).isTrue();
  }

  @Test
  void a_record_is_gone_by_any_of_several_texts_flags_and_numbers() throws Exception {
    RecordShape shape =
        new RecordShape(
            RecordId.of("id"),
            null,
            null,
            new RecordShape.Gone(MemberPath.of("state"), List.of("false", "[DELETED]", "0", "")),
            null,
            null,
            List.of());
    for (String gone : List.of("false", "\"false\"", "\"[DELETED]\"", "0", "\"\"")) {
      assertThat(only(shape, "{\"id\":1,\"state\":" + gone + "}").deleted()).as(gone).isTrue();
    }
    for (String here : List.of("true", "null", "[]", "{}", "1", "\"deleted\"")) {
      assertThat(only(shape, "{\"id\":1,\"state\":" + here + "}").deleted()).as(here).isFalse();
    }
    assertThat(only(shape, "{\"id\":1}").deleted()).isFalse();
  }

  @Test
  void ids_are_told_apart_by_their_form() throws Exception {
    assertThat(only(Shapes.BARE, "{\"id\":1}").identity()).isEqualTo("1");
    assertThat(only(Shapes.BARE, "{\"id\":\"1\"}").identity()).isEqualTo("\"1\"");
    assertThat(only(Shapes.BARE, "{\"id\":12345678901234567890}").identity())
        .isEqualTo("12345678901234567890");
    assertThat(only(Shapes.BARE, "{\"id\":\"\\ud800\"}").identity()).isEqualTo("\"\\ud800\"");
    assertThat(only(Shapes.BARE, "{\"id\":\"\u00e9\"}").identity()).isEqualTo("\"\\u00e9\"");
  }

  @Test
  void a_time_that_cannot_be_read_is_none() throws Exception {
    RecordShape shape = shape("id", "at", "at");
    for (String time : List.of("null", "\"soon\"", "true", "[5]", "{\"at\":5}", "1E999999999")) {
      assertThat(only(shape, "{\"id\":1,\"at\":" + time + "}").watermark()).as(time).isNull();
    }
  }
}
