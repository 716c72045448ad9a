package dev.tidemark.certify;

import dev.tidemark.certify.described.ListForm;
import dev.tidemark.certify.described.PageForm;
import dev.tidemark.certify.described.RecordForm;
import dev.tidemark.certify.described.Sorting;
import dev.tidemark.core.watermark.Promotion;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Flag;
import dev.tidemark.rest.definition.Pagination;
import dev.tidemark.rest.definition.RecordMembers;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.definition.Single;
import dev.tidemark.rest.definition.TimeField;
import dev.tidemark.rest.definition.ValueList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a definition says of a list, as the simulator needs it. */
final class Blueprint {
  private final Resource resource;

  private Blueprint(Resource resource) {
    this.resource = resource;
  }

  /** The lists that a walk over {@code name} asks for: its own, and its parent's. */
  static Map<String, ListForm> lists(Definition definition, String name, String below) {
    Resource resource = definition.resource(name);
    Map<String, ListForm> lists = new LinkedHashMap<>();
    lists.put(name, new Blueprint(resource).list(below));
    String parent = resource.kin().parent();
    if (parent != null) {
      lists.put(parent, new Blueprint(definition.resource(parent)).list(below));
    }
    return lists;
  }

  private ListForm list(String below) {
    return new ListForm(
        way(below),
        resource.answer().records(),
        resource.answer().one(),
        record(),
        paging(),
        resource.traversal().filter(),
        sorting());
  }

  private ListForm.Way way(String below) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    resource.request().parameters().forEach((name, value) -> parameters.put(name, List.of(value)));
    resource.request().in().forEach((name, list) -> parameters.put(name, values(list)));
    Map<String, String> body = new LinkedHashMap<>();
    resource.request().sent().body().forEach((name, value) -> body.put(name, value.toString()));
    Single single = resource.single();
    return new ListForm.Way(
        resource.request().method().name(),
        below + resource.request().path(),
        parameters,
        body,
        resource.request().sent().bodyForm(),
        resource.request().pageSize(),
        single == null ? null : single.at(below + single.path()));
  }

  private static List<String> values(ValueList list) {
    return switch (list.form()) {
      case REPEATED -> list.values();
      case COMMA -> List.of(String.join(",", list.values()));
    };
  }

  private RecordForm record() {
    RecordMembers members = resource.members();
    return new RecordForm(
        members.id().members(),
        members.watermark(),
        members.version(),
        members.deleted(),
        resource.traversal().pagination() instanceof Pagination.LastRecord last
                && member(last) == KEY
            ? last.field()
            : null,
        resource.traversal().pagination() instanceof Pagination.LastRecord one && one.array(),
        resource.kin().parentId());
  }

  private static final PageForm.Behind.Member KEY = PageForm.Behind.Member.KEY;

  private PageForm.Behind.Member member(Pagination.LastRecord last) {
    TimeField time = resource.members().watermark();
    if (last.field().equals(resource.members().id().members().getLast())) {
      return PageForm.Behind.Member.ID;
    }
    return time != null && last.field().equals(time.field()) ? PageForm.Behind.Member.TIME : KEY;
  }

  private PageForm paging() {
    return switch (resource.traversal().pagination()) {
      case Pagination.Cursor(
              var parameter,
              var next,
              var more,
              var ends,
              boolean absentEnds,
              boolean _,
              var _,
              boolean _) -> {
        Flag mark = more == null && !ends.isEmpty() ? ends.getFirst() : more;
        boolean bookmarks = resource.traversal().promote() == Promotion.CURSOR && mark != null;
        yield new PageForm.Token(parameter, next, mark, absentEnds, bookmarks);
      }
      case Pagination.NextUrl(var next, var more, boolean absentEnds, var _, boolean _, var link) ->
          new PageForm.Url(next, more, absentEnds, link);
      case Pagination.LinkHeader(String rel, boolean _) -> new PageForm.Link(rel);
      case Pagination.LastRecord last ->
          new PageForm.Behind(last.parameter(), member(last), last.more());
      case Pagination.PageNumber(var parameter, int first, var more, var _, var _) ->
          new PageForm.Counted(parameter, first, true, more);
      case Pagination.Offset(var parameter, var more, var _, var _) ->
          new PageForm.Counted(parameter, 0, false, more);
      case Pagination.TimeStep(var next, var more) -> new PageForm.Steps(next, more);
      case Pagination.None() -> new PageForm.Whole();
    };
  }

  private Sorting sorting() {
    return switch (resource.traversal().order()) {
      case WATERMARK_ASCENDING -> Sorting.TIME;
      case ID -> Sorting.ID;
      case UNORDERED ->
          resource.traversal().promote() == Promotion.CURSOR ? Sorting.CHANGE : Sorting.NONE;
    };
  }
}
