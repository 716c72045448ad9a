package dev.tidemark.simulators.lev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.simulators.Answer;
import dev.tidemark.simulators.Client;
import dev.tidemark.simulators.dataset.DatasetPlan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LevValidationTest {
  private final Lev lev = Lev.start(DatasetPlan.of(1, 60));
  private final Client client = Client.of(lev);

  @AfterAll
  void close() {
    lev.close();
  }

  @Nested
  class AtTheDoor {
    @Test
    void a_request_without_credential_is_answered_401() {
      Answer answer = client.without("Authorization").get("deals");
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.json().at("/error/type").asText()).isEqualTo("unauthorized");
    }

    @Test
    void a_key_without_its_scheme_is_answered_401() {
      assertThat(client.with("Authorization", Lev.API_KEY).get("deals").status()).isEqualTo(401);
    }

    @Test
    void a_request_without_origin_app_is_answered_400() {
      Answer answer = client.without("X-Origin-App").get("deals");
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().at("/error/message").asText()).contains("X-Origin-App");
    }

    @Test
    void only_get_is_answered() {
      assertThat(client.send("DELETE", "deals/7001").status()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "nothing",
          "deals/1/nothing",
          "companies/1/notes",
          "a/b/c/d",
          "build/deals",
          "health"
        })
    void an_unknown_path_is_answered_404(String path) {
      assertThat(client.get(path).status()).isEqualTo(404);
    }

    @Test
    void a_path_outside_the_prefix_is_answered_404() {
      assertThat(client.get("/api/v2/deals").status()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "limit, 0, 422",
    "limit, 201, 422",
    "limit, many, 422",
    "limit, 1, 200",
    "limit, 200, 200",
    "page, 2, 400",
    "cursor, nonsense, 400",
    "cursor, bm9uc2Vuc2U=, 400",
    "sort, -updated_at, 400",
    "offset, 3, 400",
    "fields, 'id,title', 200",
    "fields, colour, 422",
    "include, 'team,financials', 200",
    "include, colour, 422",
    "filter[loan_type], permanent, 400",
    "filter[created_at][gte], 2026-03-01T00:00:00Z, 400",
    "filter[updated_at], 2026-03-01T00:00:00Z, 400",
    "filter[updated_at][near], 2026-03-01T00:00:00Z, 400",
    "filter[updated_at][gte], March, 400",
    "filter[updated_at][gte], 2026-03-01T00:00:00Z, 200"
  })
  void deals_are_strict_about_parameters(String name, String value, int status) {
    assertThat(client.get("deals", name, value).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "contacts, sort, title",
    "companies, offset, 0",
    "placements, filter[updated_at][gte], 2026-03-01",
    "deals/7001/team, limit, 10",
    "deals/7001/properties, cursor, eyJpZCI6IDcwMDR9",
    "placements, fields, id",
    "contacts/78, fields, id"
  })
  void other_endpoints_refuse_what_they_do_not_document(String path, String name, String value) {
    assertThat(client.get(path, name, value).status()).isEqualTo(400);
  }

  @Test
  void a_parameter_sent_twice_is_refused() {
    assertThat(client.get("deals", "limit", 5, "limit", 6).status()).isEqualTo(400);
  }

  @Nested
  class ACursor {
    @Test
    void belongs_to_its_resource() {
      assertThat(client.get("contacts", "cursor", cursor("deals")).status()).isEqualTo(400);
    }

    @Test
    void belongs_to_its_filters() {
      String name = "filter[updated_at][gte]";
      String bound = "2020-01-01T00:00:00Z";
      String cursor = cursor("deals", name, bound);
      assertThat(client.get("deals", "limit", 7, "cursor", cursor, name, bound))
          .extracting(Answer::status)
          .isEqualTo(200);
      assertThat(client.get("deals", "limit", 7, "cursor", cursor).status()).isEqualTo(400);
    }

    @Test
    void does_not_belong_to_a_limit() {
      assertThat(client.get("deals", "limit", 50, "cursor", cursor("deals")).status())
          .isEqualTo(200);
    }

    @Test
    void of_another_process_is_taken_as_it_says() {
      Answer page = client.get("deals", "cursor", LevWorld.CURSORS.behind("7100"));
      assertThat(page.json().at("/data/0/id").asLong()).isEqualTo(7103);
    }
  }

  /** The cursor behind a page whose size no other test uses. */
  private String cursor(String resource, Object... filter) {
    Object[] parameters = new Object[filter.length + 2];
    parameters[0] = "limit";
    parameters[1] = 7 + filter.length;
    System.arraycopy(filter, 0, parameters, 2, filter.length);
    return client.get(resource, parameters).json().at("/pagination/next_cursor").asText();
  }
}
