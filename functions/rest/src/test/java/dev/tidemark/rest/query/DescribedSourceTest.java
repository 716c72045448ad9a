package dev.tidemark.rest.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.watermark.Order;
import dev.tidemark.rest.definition.DefinitionException;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.definition.PageSize;
import dev.tidemark.rest.standin.Desk;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DescribedSourceTest {
  private static final URI BASE = URI.create("https://api.example.com");
  private static final String YAML =
      """
      tidemark: 1
      source: acme
      title: Acme
      baseUrl: https://api.acme.example
      auth: {apiKey: {}}
      resources:
        all:
          path: /all
          parameters: {a: x, b: y}
          pageSize: {parameter: n, ask: 10, max: 20}
          records: data
          id: id
          pagination: {kind: cursor, parameter: c, next: next}
          order: watermark-ascending
          watermark: {field: at}
          filter: {from: since, until: before}
          promote: max-seen
      """;

  private static String hash(String yaml) {
    return Desk.account(DefinitionReader.read("acme.yaml", yaml), BASE, "hush", Settings.DEFAULT)
        .source()
        .plan(ResourceKey.of("acme", "all"))
        .queryHash();
  }

  private static int asked(DescribedSource source, String resource) {
    PageSize size = source.definition().resource(resource).request().pageSize();
    return size == null ? 0 : source.settings().pageSize(size);
  }

  @Test
  void asks_for_no_larger_page_than_a_trial_wants() {
    DescribedSource lev = Desk.account("lev", BASE, "lev_sk_x", Map.of("pageSize", "50")).source();
    assertThat(asked(lev.trying("deals", 7), "deals")).isEqualTo(7);
    assertThat(asked(lev.trying("deals", 1), "deals")).isEqualTo(1);
    assertThat(asked(lev.trying("deals", 1_000_000_000_000L), "deals")).isEqualTo(50);
    assertThat(asked(lev.trying("deal_financials", 7), "deals")).as("parents").isEqualTo(7);
  }

  @Test
  void leaves_a_trial_the_pages_of_a_walk_by_steps_of_time() {
    DescribedSource desk =
        Desk.account("zendesk", BASE, "{\"accessToken\":\"x\"}", Map.of("pageSize", "50")).source();
    assertThat(desk.trying("organizations", 7)).isEqualTo(desk);
    assertThat(asked(desk.trying("users", 7), "users")).isEqualTo(7);
  }

  @Test
  void plans_what_the_definition_declares() {
    ResourcePlan plan =
        Desk.account("askelephant", BASE, "sk-apik_x", Map.of())
            .source()
            .plan(ResourceKey.of("mine", "tags").beside("trial"));
    assertThat(plan.key().sortKey()).isEqualTo("tags#trial");
    assertThat(plan.time().order()).isEqualTo(Order.WATERMARK_ASCENDING);
    assertThat(plan.time().filtered()).isTrue();
    assertThat(plan.closingQuery()).isTrue();
  }

  @Test
  void plans_no_closing_query_where_nothing_is_selected_by_time() {
    ResourcePlan plan =
        Desk.account("lev", BASE, "lev_sk_x", Map.of())
            .source()
            .plan(ResourceKey.of("lev", "contacts"));
    assertThat(plan.closingQuery()).isFalse();
    assertThat(plan.time().filtered()).isFalse();
  }

  @Test
  void refuses_a_resource_that_does_not_exist() {
    DescribedSource lev = Desk.account("lev", BASE, "lev_sk_x", Map.of()).source();
    assertThatThrownBy(() -> lev.plan(ResourceKey.of("lev", "deal")))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("deals, contacts");
  }

  @Test
  void a_cursor_belongs_to_path_parameters_paging_and_filter() {
    for (String change :
        new String[] {"/all=/any", "a: x=a: z", "b: y=c: y", "parameter: c,=parameter: d,"}) {
      String[] pair = change.split("=", -1);
      assertThat(hash(YAML.replace(pair[0], pair[1]))).as(change).isNotEqualTo(hash(YAML));
    }
    assertThat(hash(YAML.replace("from: since", "from: after"))).isNotEqualTo(hash(YAML));
    assertThat(hash(YAML.replace("before}", "before, bound: gt}"))).isNotEqualTo(hash(YAML));
    assertThat(hash(YAML.replace("    filter: {from: since, until: before}\n", "")))
        .isNotEqualTo(hash(YAML));
  }

  @Test
  void a_cursor_outlives_another_page_size_base_url_and_order_of_parameters() {
    assertThat(hash(YAML.replace("ask: 10", "ask: 11"))).isEqualTo(hash(YAML));
    assertThat(hash(YAML.replace("api.acme", "eu.acme"))).isEqualTo(hash(YAML));
    assertThat(hash(YAML.replace("a: x, b: y", "b: y, a: x"))).isEqualTo(hash(YAML));
    assertThat(hash(YAML)).matches("[0-9a-f]{16}");
  }
}
