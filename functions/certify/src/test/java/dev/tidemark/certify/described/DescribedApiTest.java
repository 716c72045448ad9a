package dev.tidemark.certify.described;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.rest.definition.Bound;
import dev.tidemark.rest.definition.BoundForm;
import dev.tidemark.rest.definition.Filter;
import dev.tidemark.rest.definition.Flag;
import dev.tidemark.rest.definition.Location;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.PageSize;
import dev.tidemark.rest.definition.Parameter;
import dev.tidemark.rest.definition.Records;
import dev.tidemark.rest.definition.Single;
import dev.tidemark.rest.definition.TimeField;
import dev.tidemark.rest.definition.TimeFormat;
import dev.tidemark.rest.definition.VersionField;
import dev.tidemark.simulators.server.QueryString;
import dev.tidemark.simulators.server.Reply;
import dev.tidemark.simulators.server.Request;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DescribedApiTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Flag MORE =
      new Flag(MemberPath.of("page.more"), Flag.Meaning.MORE, Flag.Spelling.BOOLEAN);
  private static final PageForm TOKENS =
      new PageForm.Token(
          query("cursor"), new Location(null, MemberPath.of("page.next")), MORE, false, false);
  private static final Filter SINCE =
      new Filter(
          query("since"),
          query("until"),
          Bound.GTE,
          new BoundForm(TimeFormat.ISO_8601, null),
          null,
          true,
          null,
          false);

  private static Parameter query(String name) {
    return new Parameter(name, null, null);
  }

  @Test
  void a_walk_by_token_shows_every_record_once_in_order() throws IOException {
    DescribedApi api = api(TOKENS, SINCE, Manner.described(2));
    List<Long> shown = new ArrayList<>();
    JsonNode page = json(ask(api, "", null));
    while (page.path("page").path("more").asBoolean()) {
      page.path("data").forEach(record -> shown.add(record.path("id").asLong()));
      page = json(ask(api, "cursor=" + page.path("page").path("next").asText(), null));
    }
    page.path("data").forEach(record -> shown.add(record.path("id").asLong()));
    assertThat(shown).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(page.path("page").path("next").isNull()).isTrue();
  }

  @Test
  void a_token_is_good_for_the_query_that_it_was_given_out_for() throws IOException {
    DescribedApi api = api(TOKENS, SINCE, Manner.described(2));
    String token = json(ask(api, "", null)).path("page").path("next").asText();
    assertThat(ask(api, "cursor=" + token + "&since=2026-03-01T11:00:00.000Z", null).status())
        .isEqualTo(422);
    assertThat(ask(api, "cursor=unheard-of", null).status()).isEqualTo(422);
    assertThat(ask(api, "cursor=" + token, Trouble.TOKEN_LOST).status()).isEqualTo(422);
    assertThat(ask(api, "cursor=" + token, null).status()).isEqualTo(200);
  }

  @Test
  void what_is_not_asked_as_described_is_refused() {
    DescribedApi api = api(TOKENS, SINCE, Manner.described(2));
    assertThat(ask(api, "since=yesterday", null).status()).isEqualTo(422);
    assertThat(ask(api, "limit=none", null).status()).isEqualTo(400);
    assertThat(api.answer(request("GET", "/things", "", Map.of()), null).status()).isEqualTo(401);
    assertThat(api.answer(request("POST", "/things", "", KEY), null).status()).isEqualTo(405);
    assertThat(api.answer(request("GET", "/others", "", KEY), null).status()).isEqualTo(404);
    assertThat(api.answer(request("GET", "/things/99", "", KEY), null).status()).isEqualTo(404);
    assertThat(api.answer(request("GET", "/things/3", "", KEY), null).status()).isEqualTo(200);
  }

  @Test
  void a_lower_bound_includes_itself_unless_it_is_said_not_to() throws IOException {
    String since = "since=" + NOON.plusSeconds(3);
    assertThat(ids(api(TOKENS, SINCE, Manner.described(9)), since)).containsExactly(3L, 4L, 5L);
    assertThat(ids(lower(Manner.Lower.EXCLUSIVE), since)).containsExactly(4L, 5L);
    assertThat(ids(lower(Manner.Lower.IGNORED), since)).hasSize(5);
    assertThat(ask(lower(Manner.Lower.REFUSED), since, null).status()).isEqualTo(400);
  }

  @Test
  void a_record_that_moved_takes_a_token_along_only_where_tokens_follow() throws IOException {
    for (boolean follows : new boolean[] {false, true}) {
      Manner manner =
          follows ? Manner.described(2).naming(Manner.Naming.RECORD) : Manner.described(2);
      DescribedApi api = api(TOKENS, null, manner);
      String token = json(ask(api, "", null)).path("page").path("next").asText();
      api.rows("things").edit(2, NOON.plusSeconds(60));
      List<Long> next = ids(api, "cursor=" + token);
      if (follows) {
        assertThat(next).isEmpty();
      } else {
        assertThat(next).containsExactly(3L, 4L);
      }
    }
  }

  @Test
  void pages_are_counted_stepped_and_continued_behind_a_value() throws IOException {
    Parameter slot = query("at");
    assertThat(
            ids(api(new PageForm.Counted(slot, 1, true, null), null, Manner.described(2)), "at=2"))
        .containsExactly(3L, 4L);
    assertThat(
            ids(api(new PageForm.Counted(slot, 0, false, null), null, Manner.described(2)), "at=1"))
        .containsExactly(2L, 3L);
    PageForm behind = new PageForm.Behind(slot, PageForm.Behind.Member.ID, null);
    assertThat(ids(api(behind, null, Manner.described(2)), "at=4")).containsExactly(5L);
    DescribedApi steps =
        api(new PageForm.Steps(MemberPath.of("end"), MORE), SINCE, Manner.described(2));
    assertThat(json(ask(steps, "", null)).path("end").asText())
        .isEqualTo("2026-03-01T12:00:02.000Z");
  }

  @Test
  void a_link_carries_the_whole_query_along() {
    DescribedApi api = api(new PageForm.Link("next"), SINCE, Manner.described(2));
    String link = ask(api, "since=2026-03-01T11:00:00.000Z", null).headers().get("Link");
    assertThat(link)
        .startsWith("<https://api.example/things?since=2026-03-01T11%3A00%3A00.000Z&page_token=")
        .endsWith(">; rel=\"next\"");
  }

  @Test
  void troubles_spoil_one_answer_and_contradictions_are_known() throws IOException {
    DescribedApi api = api(TOKENS, null, Manner.described(2));
    assertThat(ask(api, "", Trouble.THROTTLED).headers()).containsEntry("Retry-After", "5");
    assertThat(ask(api, "", Trouble.THROTTLED_WITHOUT_WORD).headers())
        .doesNotContainKey("Retry-After");
    assertThat(ask(api, "", Trouble.BUSY).status()).isEqualTo(503);
    JsonNode empty = json(ask(api, "", Trouble.EMPTY));
    assertThat(empty.path("data")).isEmpty();
    assertThat(ids(api, "cursor=" + empty.path("page").path("next").asText()))
        .containsExactly(1L, 2L);
    assertThat(json(ask(api, "", Trouble.TWICE)).path("data")).hasSize(3);
    assertThat(api.contradicted()).isFalse();
    JsonNode lost = json(ask(api, "", Trouble.MORE_WITHOUT_TOKEN));
    assertThat(lost.path("page").path("more").asBoolean()).isTrue();
    assertThat(lost.path("page").path("next").isNull()).isTrue();
    assertThat(api.contradicted()).isTrue();
  }

  @Test
  void records_that_are_too_young_are_hidden_where_young_bounds_are_refused() throws IOException {
    Filter ripe =
        new Filter(
            query("since"),
            null,
            Bound.GTE,
            new BoundForm(TimeFormat.EPOCH_SECONDS, null),
            "0",
            true,
            Duration.ofMinutes(1),
            false);
    DescribedApi api = api(TOKENS, ripe, Manner.described(9));
    api.rows("things").edit(5, NOON.plusSeconds(3599));
    assertThat(ids(api, "since=0")).containsExactly(1L, 2L, 3L, 4L);
    long young = NOON.plusSeconds(3590).getEpochSecond();
    assertThat(ask(api, "since=" + young, null).status()).isEqualTo(422);
    assertThat(ask(api, "", null).status()).isEqualTo(400);
  }

  @Test
  void values_are_found_in_headers_and_bodies_too() {
    Request request =
        new Request(
            1,
            NOON,
            "POST",
            "/",
            QueryString.parse(null),
            Map.of("x-at", "7"),
            "{\"page\":{\"at\":\"t1\",\"size\":5}}");
    assertThat(SentValue.of(new Parameter(null, "X-At", null), request)).isEqualTo("7");
    assertThat(SentValue.of(new Parameter(null, null, MemberPath.of("page.at")), request))
        .isEqualTo("t1");
    assertThat(SentValue.of(new Parameter(null, null, MemberPath.of("page.size")), request))
        .isEqualTo("5");
    assertThat(SentValue.of(new Parameter(null, null, MemberPath.of("page.none")), request))
        .isNull();
  }

  private static final Map<String, String> KEY = Map.of("authorization", "Bearer k");

  private static DescribedApi lower(Manner.Lower lower) {
    return api(TOKENS, SINCE, Manner.described(9).bounding(lower));
  }

  private static DescribedApi api(PageForm paging, @Nullable Filter selection, Manner manner) {
    ListForm.Way way =
        new ListForm.Way(
            "GET",
            "/things",
            Map.of(),
            Map.of(),
            new PageSize(query("limit"), 100, 100, List.of()),
            new Single("/things/{id}", MemberPath.WHOLE, List.of(404)));
    RecordForm record =
        new RecordForm(
            List.of(MemberPath.of("id")),
            new TimeField(MemberPath.of("updated_at"), TimeFormat.ISO_8601, null),
            new VersionField(MemberPath.of("updated_at"), VersionField.Type.INSTANT, null),
            null,
            null);
    ListForm list =
        new ListForm(
            way,
            new Records(MemberPath.of("data"), Records.Form.LIST),
            false,
            record,
            paging,
            selection,
            Sorting.TIME);
    ApiForm form =
        new ApiForm(
            "https://api.example",
            Map.of("Authorization", "Bearer k"),
            Map.of(),
            null,
            null,
            null,
            422);
    DescribedApi api =
        new DescribedApi(form, Map.of("things", list), manner, () -> NOON.plusSeconds(3600));
    for (int id = 1; id <= 5; id++) {
      api.rows("things").put(id, 0, NOON.plusSeconds(id));
    }
    return api;
  }

  private static List<Long> ids(DescribedApi api, String query) throws IOException {
    List<Long> ids = new ArrayList<>();
    json(ask(api, query, null)).path("data").forEach(one -> ids.add(one.path("id").asLong()));
    return ids;
  }

  private static Reply ask(DescribedApi api, String query, @Nullable Trouble trouble) {
    return api.answer(request("GET", "/things", query, KEY), trouble);
  }

  private static Request request(
      String method, String path, String query, Map<String, String> headers) {
    return new Request(1, NOON, method, path, QueryString.parse(query), headers, "");
  }

  private static JsonNode json(Reply reply) throws IOException {
    return new ObjectMapper().readTree(new String(reply.body(), UTF_8));
  }
}
