package dev.tidemark.certify;

import dev.tidemark.certify.described.ApiClock;
import dev.tidemark.certify.described.ListForm;
import dev.tidemark.certify.described.Mark;
import dev.tidemark.certify.described.PageForm;
import dev.tidemark.certify.described.RecordForm;
import dev.tidemark.certify.described.Selection;
import dev.tidemark.certify.described.Slot;
import dev.tidemark.certify.described.Slot.Part;
import dev.tidemark.certify.described.Sorting;
import dev.tidemark.certify.described.Spot;
import dev.tidemark.core.watermark.Promotion;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Filter;
import dev.tidemark.rest.definition.Flag;
import dev.tidemark.rest.definition.Location;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.PageSize;
import dev.tidemark.rest.definition.Pagination;
import dev.tidemark.rest.definition.Parameter;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.definition.Single;
import dev.tidemark.rest.definition.TimeField;
import dev.tidemark.rest.definition.TimeFormat;
import dev.tidemark.rest.definition.Tombstone;
import dev.tidemark.rest.definition.ValueList;
import dev.tidemark.rest.definition.VersionField;
import dev.tidemark.simulators.json.Json;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  static @Nullable Spot spot(@Nullable Location location) {
    if (location == null) {
      return null;
    }
    String header = location.header();
    return header == null
        ? new Spot(false, String.valueOf(location.body()))
        : new Spot(true, header);
  }

  private ListForm list(String below) {
    return new ListForm(
        way(below),
        resource.answer().records().toString(),
        resource.answer().one(),
        record(),
        paging(),
        selection(),
        sorting());
  }

  private ListForm.Way way(String below) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    resource.request().parameters().forEach((name, value) -> parameters.put(name, List.of(value)));
    resource.request().in().forEach((name, list) -> parameters.put(name, values(list)));
    Map<String, String> body = new LinkedHashMap<>();
    resource.request().body().forEach((name, value) -> body.put(name, value.toString()));
    PageSize size = resource.request().pageSize();
    Single single = resource.single();
    return new ListForm.Way(
        resource.request().method().name(),
        below + resource.request().path(),
        parameters,
        body,
        size == null ? null : new ListForm.Size(slot(size.parameter()), size.max()),
        single == null
            ? null
            : new ListForm.Single(
                below + single.path(), single.record().toString(), single.gone().getFirst()));
  }

  private static List<String> values(ValueList list) {
    return switch (list.form()) {
      case REPEATED -> list.values();
      case COMMA -> List.of(String.join(",", list.values()));
    };
  }

  private RecordForm record() {
    TimeField time = resource.members().watermark();
    VersionField version = resource.members().version();
    return new RecordForm(
        resource.members().id().members().stream().map(MemberPath::toString).toList(),
        time == null
            ? null
            : new RecordForm.Time(time.field().toString(), clockwork(time.format(), time.zone())),
        version == null
            ? null
            : new RecordForm.Version(
                version.field().toString(), version.type() == VersionField.Type.INTEGER),
        tombstone(resource.members().deleted()),
        resource.traversal().pagination() instanceof Pagination.LastRecord last
                && member(last) == KEY
            ? last.field().toString()
            : null);
  }

  private static RecordForm.@Nullable Tombstone tombstone(@Nullable Tombstone deleted) {
    if (deleted == null) {
      return null;
    }
    String field = deleted.field().toString();
    String gone = deleted.equals().getFirst();
    return switch (gone) {
      case "true" -> new RecordForm.Tombstone(field, "true", "false");
      case "false" -> new RecordForm.Tombstone(field, "false", "true");
      default -> new RecordForm.Tombstone(field, Json.quoted(gone), "\"standing\"");
    };
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
      case Pagination.Cursor(var parameter, var next, var more, var ends, boolean absentEnds) -> {
        Mark mark = mark(more == null && !ends.isEmpty() ? ends.getFirst() : more);
        boolean bookmarks = resource.traversal().promote() == Promotion.CURSOR && mark != null;
        yield new PageForm.Token(slot(parameter), place(next), mark, absentEnds, bookmarks);
      }
      case Pagination.NextUrl(var next, var more, boolean absentEnds) ->
          new PageForm.Url(place(next), mark(more), absentEnds);
      case Pagination.LinkHeader(String rel) -> new PageForm.Link(rel);
      case Pagination.LastRecord last ->
          new PageForm.Behind(slot(last.parameter()), member(last), mark(last.more()));
      case Pagination.PageNumber(var parameter, int first, var more, var _) ->
          new PageForm.Counted(slot(parameter), first, true, mark(more));
      case Pagination.Offset(var parameter, var more, var _) ->
          new PageForm.Counted(slot(parameter), 0, false, mark(more));
      case Pagination.TimeStep(var next, var more) ->
          new PageForm.Steps(next.toString(), mark(more));
      case Pagination.None() -> new PageForm.Whole();
    };
  }

  private static Spot place(Location location) {
    Spot spot = spot(location);
    if (spot == null) {
      throw new IllegalStateException("a location is somewhere");
    }
    return spot;
  }

  private @Nullable Selection selection() {
    Filter filter = resource.traversal().filter();
    if (filter == null) {
      return null;
    }
    Parameter until = filter.until();
    boolean exclusive = filter.bound() == dev.tidemark.rest.definition.Bound.GT;
    return new Selection(
        slot(filter.from()),
        until == null ? null : slot(until),
        exclusive,
        clockwork(filter.form().format(), filter.form().zone()),
        new Selection.Rules(filter.initial(), filter.withCursor(), filter.youngest()));
  }

  private Sorting sorting() {
    return switch (resource.traversal().order()) {
      case WATERMARK_ASCENDING -> Sorting.TIME;
      case ID -> Sorting.ID;
      case UNORDERED ->
          resource.traversal().promote() == Promotion.CURSOR ? Sorting.CHANGE : Sorting.NONE;
    };
  }

  private static @Nullable Mark mark(@Nullable Flag flag) {
    if (flag == null) {
      return null;
    }
    boolean more = flag.means() == Flag.Meaning.MORE;
    String path = flag.body().toString();
    return switch (flag.spelling()) {
      case BOOLEAN -> new Mark(path, more, "true", "false");
      case TEXT -> new Mark(path, more, "\"true\"", "\"false\"");
      case DIGIT -> new Mark(path, more, "1", "0");
    };
  }

  private static Slot slot(Parameter parameter) {
    String query = parameter.query();
    String header = parameter.header();
    return query != null
        ? new Slot(Part.QUERY, query)
        : header != null
            ? new Slot(Part.HEADER, header)
            : new Slot(Part.BODY, String.valueOf(parameter.body()));
  }

  private static ApiClock clockwork(TimeFormat format, @Nullable ZoneOffset zone) {
    ApiClock.Style style =
        switch (format) {
          case ISO_8601 -> ApiClock.Style.ISO;
          case ISO_8601_SECONDS -> ApiClock.Style.ISO_SECONDS;
          case ISO_8601_MICROS -> ApiClock.Style.ISO_MICROS;
          case ISO_8601_LOCAL -> ApiClock.Style.LOCAL;
          case ISO_8601_LOCAL_BLANK -> ApiClock.Style.BLANK;
          case DATE -> ApiClock.Style.DAY;
          case EPOCH_SECONDS, EPOCH_SECONDS_TEXT -> ApiClock.Style.SECONDS;
          case EPOCH_MILLIS, EPOCH_MILLIS_TEXT -> ApiClock.Style.MILLISECONDS;
          case INTEGER -> ApiClock.Style.NUMBER;
        };
    return new ApiClock(style, zone == null ? ZoneOffset.UTC : zone);
  }
}
