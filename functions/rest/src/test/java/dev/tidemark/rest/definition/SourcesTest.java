package dev.tidemark.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.core.watermark.Order;
import dev.tidemark.core.watermark.Promotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
  @Test
  void come_with_a_definition_each_under_its_own_name() {
    assertThat(Sources.builtIn()).isNotEmpty();
    for (String name : Sources.builtIn()) {
      assertThat(Sources.builtIn(name).source()).isEqualTo(name);
    }
  }

  @Test
  void that_are_unknown_are_refused_with_the_known_ones() {
    assertThatThrownBy(() -> Sources.named("leff"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("askelephant, lev, zendesk");
    assertThatThrownBy(() -> Sources.builtIn("../lev")).hasMessageContaining("no source");
  }

  @Test
  void name_their_resources_when_one_is_unknown() {
    assertThatThrownBy(() -> Sources.builtIn("lev").resource("deal"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContainingAll("lev has no resource \"deal\"", "deals, contacts, companies");
  }

  /**
   * Contract lev 1.3: cursor and sort exclude each other; 1.7: the checkpoint is the run's start.
   */
  @Test
  void walk_lev_by_cursor_without_a_sort_and_promote_the_start_of_the_run() {
    assertThat(Sources.builtIn("lev").resources().values())
        .allMatch(resource -> resource.traversal().promote() == Promotion.RUN_START)
        .allMatch(resource ->
            resource.traversal().pagination() instanceof Pagination.Cursor
                || resource.kin().parent() != null)
        .noneMatch(resource -> resource.request().parameters().containsKey("sort"));
  }

  /** Contract zendesk 3.3, 3.4 and 3.6. */
  @Test
  void walk_zendesk_by_its_own_bookmarks_with_tickets_of_every_scope() {
    Definition zendesk = Sources.builtIn("zendesk");
    for (String name : List.of("tickets", "users", "custom_object_records.apartment")) {
      assertThat(zendesk.resource(name).traversal().promote()).isEqualTo(Promotion.CURSOR);
    }
    for (String name : List.of("organizations", "ticket_events", "ticket_metric_events")) {
      assertThat(zendesk.resource(name).traversal().promote()).isEqualTo(Promotion.MAX_SEEN);
      assertThat(zendesk.resource(name).traversal().pagination())
          .isInstanceOf(Pagination.TimeStep.class);
    }
    assertThat(zendesk.resource("tickets").request().parameters())
        .containsEntry("support_type_scope", "all");
    assertThat(zendesk.resource("ticket_events").request().parameters())
        .containsEntry("support_type_scope", "all");
    assertThat(zendesk.resource("tickets").traversal().order())
        .isEqualTo(Order.WATERMARK_ASCENDING);
    assertThat(zendesk.resource("users").traversal().order()).isEqualTo(Order.UNORDERED);
  }

  /** AskElephant 2.3: the default order is descending, a sync needs ascending. */
  @Test
  void walk_askelephant_oldest_first_and_say_so_in_every_request() {
    assertThat(Sources.builtIn("askelephant").resources().values())
        .allMatch(resource -> resource.traversal().order() == Order.WATERMARK_ASCENDING)
        .allMatch(
            resource -> "updated_at:asc".equals(resource.request().parameters().get("order_by")));
  }

  @Test
  void tell_which_resources_have_to_be_named_one_by_one() {
    assertThat(Sources.builtIn("zendesk").unnamed())
        .containsExactly("custom_object_records.<objectKey>");
    assertThat(Sources.builtIn("lev").unnamed()).isEmpty();
  }

  @Test
  void reconcile_what_can_vanish_and_leave_what_is_only_added() {
    Definition zendesk = Sources.builtIn("zendesk");
    assertThat(zendesk.reconcilable(zendesk.runnable()))
        .containsExactly("tickets", "users", "organizations");
    assertThatThrownBy(() -> zendesk.requireReconcile("ticket_events"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("only ever added");
  }

  @Test
  void bundled_are_the_built_in_ones_and_the_files_beside_them(@TempDir Path folder)
      throws IOException {
    String yaml = "tidemark: 1\nsource: quayside\n";
    Files.writeString(folder.resolve("quayside.yaml"), yaml);
    assertThat(Sources.bundled("lev", folder).source()).isEqualTo("lev");
    assertThatThrownBy(() -> Sources.bundled("quayside", folder))
        .as("a file that is read, and lacks a title")
        .hasMessageContainingAll("quayside.yaml", "title");
    for (String other : List.of("quay", "../quayside", "", "/etc/passwd")) {
      assertThatThrownBy(() -> Sources.bundled(other, folder))
          .hasMessageContainingAll("no source", "functions/sources/");
    }
  }
}
