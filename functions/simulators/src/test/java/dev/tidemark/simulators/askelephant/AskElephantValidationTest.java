package dev.tidemark.simulators.askelephant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.simulators.Answer;
import dev.tidemark.simulators.Client;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.schedule.Planned;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskElephantValidationTest {
  private final AskElephant elephant = AskElephant.start(DatasetPlan.of(1, 60));
  private final Client client = Client.of(elephant);

  @AfterEach
  void close() {
    elephant.close();
  }

  @Nested
  class AtTheDoor {
    @Test
    void a_key_is_sent_without_scheme() {
      assertThat(client.get("tags").status()).isEqualTo(200);
    }

    @Test
    void a_key_behind_bearer_is_answered_401_with_a_challenge() {
      Answer answer = client.with("Authorization", "Bearer " + AskElephant.API_KEY).get("contacts");
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
      assertThat(answer.json().get("detail").asText()).contains("Do not prepend Bearer");
    }

    @Test
    void an_access_token_is_sent_behind_bearer_and_not_without() {
      String token = AskElephant.OAUTH_TOKEN;
      assertThat(client.with("Authorization", "Bearer " + token).get("tags").status())
          .isEqualTo(200);
      assertThat(client.with("Authorization", token).get("tags").status()).isEqualTo(401);
    }

    @Test
    void no_credential_is_answered_401() {
      assertThat(client.without("Authorization").get("tags").status()).isEqualTo(401);
    }

    @Test
    void a_resource_needs_its_scope() {
      elephant.revoke("contacts:read");
      assertThat(client.get("contacts").status()).isEqualTo(403);
      assertThat(client.get("contacts/cnt_1").status()).isEqualTo(403);
      assertThat(client.get("tags").status()).isEqualTo(200);
    }

    @Test
    void other_paths_and_methods_do_not_exist() {
      assertThat(client.get("deals").status()).isEqualTo(404);
      assertThat(client.get("/v2/tags").status()).isEqualTo(404);
      assertThat(client.send("DELETE", "tags/tag_1").status()).isEqualTo(405);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "contacts, limit, 0, 422",
    "contacts, limit, 101, 422",
    "contacts, limit, many, 422",
    "contacts, limit, 100, 200",
    "contacts, cursor, nonsense, 400",
    "contacts, cursor, eyJpZCI6ImNudF96enoifQ==, 400",
    "contacts, offset, 1, 400",
    "contacts, order_by, updated_at:asc, 200",
    "contacts, order_by, start_at:desc, 400",
    "contacts, filter[updated_at][gte], 2026-03-01T00:00:00.000Z, 200",
    "contacts, filter[updated_at][gte], 2026-03-01, 400",
    "contacts, filter[updated_at][eq], 2026-03-01T00:00:00Z, 400",
    "contacts, filter[updated_at], 2026-03-01T00:00:00Z, 400",
    "contacts, filter[name][eq], Noor, 400",
    "contacts, search, noor, 400",
    "engagements, filter[engagement_type][eq], CALL, 400",
    "engagements, expand, owner, 400"
  })
  void lists_are_strict_about_parameters(String path, String name, String value, int status) {
    assertThat(client.get(path, name, value).status()).isEqualTo(status);
  }

  @Test
  void a_parameter_sent_twice_or_on_a_single_is_refused() {
    assertThat(client.get("tags", "limit", 5, "limit", 6).status()).isEqualTo(400);
    String id = elephant.collection("tags").ids().getFirst();
    assertThat(client.get("tags/" + id, "limit", 5).status()).isEqualTo(400);
  }

  @Nested
  class ACursor {
    private final String cursor = cursor("order_by", "updated_at:asc");

    @Test
    void goes_on_with_the_same_query() {
      assertThat(status("order_by", "updated_at:asc")).isEqualTo(200);
    }

    @Test
    void is_refused_for_another_order_or_filter() {
      assertThat(status("order_by", "updated_at:desc")).isEqualTo(400);
      String bound = "2020-01-01T00:00:00Z";
      assertThat(status("filter[updated_at][gte]", bound, "order_by", "updated_at:asc"))
          .isEqualTo(400);
    }

    @Test
    void is_refused_when_the_next_page_forgets_its_order() {
      assertThat(client.get("contacts", "cursor", cursor).status()).isEqualTo(400);
    }

    @Test
    void is_refused_for_another_resource() {
      Answer answer = client.get("companies", "cursor", cursor, "order_by", "updated_at:asc");
      assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void may_be_refused_with_422_as_well() {
      elephant.quirks().add(Planned.ANY, new AskElephantQuirk.CursorsRefusedWith422());
      assertThat(status("order_by", "updated_at:desc")).isEqualTo(422);
    }

    private int status(Object... parameters) {
      Object[] all = new Object[parameters.length + 2];
      System.arraycopy(parameters, 0, all, 0, parameters.length);
      all[parameters.length] = "cursor";
      all[parameters.length + 1] = cursor;
      return client.get("contacts", all).status();
    }

    private String cursor(Object... parameters) {
      return client.get("contacts", parameters).json().get("next_cursor").asText();
    }
  }
}
