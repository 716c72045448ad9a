package dev.tidemark.rest.query;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.core.source.PageRequest;
import dev.tidemark.rest.definition.Fields;
import dev.tidemark.rest.definition.Filter;
import dev.tidemark.rest.definition.Include;
import dev.tidemark.rest.definition.PageSize;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.definition.ValueList;
import dev.tidemark.rest.paging.BoundGrid;
import dev.tidemark.rest.paging.Fit;
import dev.tidemark.rest.paging.Paging;
import dev.tidemark.rest.paging.RequestDraft;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the requests for the pages of one resource. */
public final class PageRequests {
  private final Resource resource;
  private final Wanted wanted;
  private final Paging paging;

  /** Asks for the {@code wanted} parts of {@code resource}. */
  public PageRequests(Resource resource, Wanted wanted, Paging paging) {
    this.resource = resource;
    this.wanted = wanted;
    this.paging = paging;
  }

  /**
   * The request for a page.
   *
   * @param from the lower bound as {@link #from} gave it
   * @param fit its place and how many records are asked for
   */
  public RequestDraft draft(PageRequest request, @Nullable String from, Fit fit) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    resource.request().sent().body().forEach((name, value) -> body.set(name, value.deepCopy()));
    RequestDraft draft = new RequestDraft(body);
    resource.request().parameters().forEach((name, value) -> draft.query(name, List.of(value)));
    resource.request().in().forEach((name, list) -> draft.query(name, values(list)));
    select(draft);
    PageSize pages = resource.request().pageSize();
    if (pages != null) {
      draft.put(pages.parameter(), fit.size());
    }
    bounds(draft, request, from);
    paging.ask(draft, fit.cursor());
    return draft;
  }

  private static List<String> values(ValueList list) {
    return switch (list.form()) {
      case REPEATED -> list.values();
      case COMMA -> List.of(String.join(",", list.values()));
    };
  }

  private void select(RequestDraft draft) {
    Fields fields = resource.request().fields();
    List<String> members = wanted.fieldsOf(resource);
    if (fields != null && !members.isEmpty()) {
      draft.put(fields.parameter(), String.join(",", members));
    }
    Include include = resource.request().include();
    List<String> included = wanted.includedIn(resource);
    if (include != null && !included.isEmpty()) {
      draft.put(include.parameter(), String.join(",", included));
    }
  }

  /**
   * The lower bound as it is sent; null where none is.
   *
   * @param now no bound is younger than this less the filter's youngest
   */
  public @Nullable String from(PageRequest request, Instant now) {
    Filter filter = resource.traversal().filter();
    if (filter == null || (request.cursor() != null && !filter.withCursor())) {
      return null;
    }
    Instant from = request.from();
    if (from == null) {
      return filter.initial();
    }
    Instant youngest = filter.youngest() == null ? from : now.minus(filter.youngest());
    return new BoundGrid(filter.form()).lower(from.isBefore(youngest) ? from : youngest);
  }

  private void bounds(RequestDraft draft, PageRequest request, @Nullable String from) {
    Filter filter = resource.traversal().filter();
    if (filter == null || (request.cursor() != null && !filter.withCursor())) {
      return;
    }
    if (from != null) {
      draft.put(filter.from(), filter.form().format(), from);
    }
    Instant until = request.until();
    if (until != null && filter.until() != null) {
      draft.put(filter.until(), filter.form().format(), new BoundGrid(filter.form()).upper(until));
    }
  }
}
