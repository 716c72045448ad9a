package dev.tidemark.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each combination that would lose records is refused, with the place and the reason. */
class SafetyTest {
  private static final String WATERMARK = "watermark: {field: updated_at}";
  private static final String ASCENDING =
      Acme.with("order: id", "order: watermark-ascending").replace("run-start", "max-seen");

  @Nested
  class AResource {
    @ParameterizedTest
    @ValueSource(strings = {"id", "unordered"})
    void that_is_not_walked_by_time_cannot_promote_the_highest_time(String order) {
      String yaml =
          Acme.plus(WATERMARK)
              .replace("order: id", "order: " + order)
              .replace("promote: run-start", "promote: max-seen");
      assertThat(Acme.refusal(yaml))
          .startsWith("acme.yaml:11: resources.deals: promote: max-seen with order: " + order)
          .contains("loses every edit made behind the cursor", "promote run-start instead");
    }

    @Test
    void that_is_walked_by_time_needs_to_say_which() {
      assertThat(Acme.refusal(ASCENDING))
          .startsWith("acme.yaml:11: resources.deals: order: watermark-ascending needs a watermark")
          .contains("name the field");
      assertThat(Acme.resource(ASCENDING + "    " + WATERMARK + "\n").members().watermark())
          .isNotNull();
    }

    @Test
    void that_is_selected_by_time_needs_to_say_which() {
      assertThat(Acme.refusal(Acme.plus("filter: {from: since}")))
          .contains("filter without a watermark", "whether the API honours it");
      assertThat(Acme.resource(Acme.plus(WATERMARK, "filter: {from: since}")).traversal().filter())
          .isNotNull();
    }

    @Test
    void with_an_exclusive_bound_needs_a_settle_lag() {
      String filter = "filter: {from: since, bound: gt}";
      assertThat(Acme.refusal(Acme.plus(WATERMARK, filter, "settleLag: 0s")))
          .contains("gt without a settleLag", "use gte, or set a settleLag");
      assertThat(Acme.resource(Acme.plus(WATERMARK, filter, "settleLag: 1ms")).traversal().filter())
          .isNotNull();
      assertThat(Acme.resource(Acme.plus(WATERMARK, filter)).traversal().settleLag()).isPositive();
    }
  }

  @Nested
  class ABaseUrl {
    @Test
    void without_encryption_is_refused() {
      assertThat(baseUrl("http://api.acme.example"))
          .contains("baseUrl", "plain http would show the credential");
      assertThat(baseUrl("http://127.0.0.1:80")).contains("plain http");
      assertThat(baseUrl("ftp://api.acme.example")).contains("baseUrl", "must be https");
    }

    @Test
    void with_a_user_a_query_or_a_fragment_is_refused() {
      assertThat(baseUrl("https://me:hush@api.acme.example"))
          .contains("leave out user, query and fragment")
          .doesNotContain("hush");
      assertThat(baseUrl("https://api.acme.example?a=b")).contains("leave out user");
      assertThat(baseUrl("https://api.acme.example#a")).contains("leave out user");
    }

    @Test
    void without_scheme_or_host_is_refused() {
      assertThat(baseUrl("api.acme.example")).contains("needs scheme and host");
      assertThat(baseUrl("https:///v2")).contains("baseUrl");
      assertThat(baseUrl("https://api acme")).contains("baseUrl");
    }

    private String baseUrl(String url) {
      return Acme.refusal(Acme.with("https://api.acme.example", "\"" + url + "\""));
    }
  }
}
