package dev.tidemark.rest.query;

import dev.tidemark.core.lake.JsonText;
import dev.tidemark.rest.definition.Advance;
import dev.tidemark.rest.definition.Filter;
import dev.tidemark.rest.definition.Flag;
import dev.tidemark.rest.definition.Location;
import dev.tidemark.rest.definition.Pagination;
import dev.tidemark.rest.definition.Parameter;
import dev.tidemark.rest.definition.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The query that a cursor belongs to, written out member by member. Its digest is kept with every
 * cursor, so that a text of another form costs each account one walk: nothing here may follow from
 * how a record or a class is called.
 */
final class QueryText {
  private final StringBuilder text = new StringBuilder();

  private QueryText() {}

  static String of(Resource resource, Wanted wanted) {
    QueryText query = new QueryText();
    query.list(resource);
    query.paging(resource.traversal().pagination());
    query.line("order", resource.traversal().order().name());
    query.filter(resource.traversal().filter());
    if (resource.traversal().advance() == Advance.BOUND) {
      query.line("walk", "bound");
    }
    new TreeSet<>(wanted.fieldsOf(resource)).forEach(name -> query.line("field", name));
    new TreeSet<>(wanted.includedIn(resource)).forEach(name -> query.line("include", name));
    return query.text.toString();
  }

  private void list(Resource resource) {
    line("path", resource.request().path());
    line("method", resource.request().method().name());
    line("parent", resource.kin().parent());
    line("one", Boolean.toString(resource.answer().one()));
    new TreeMap<>(resource.request().parameters())
        .forEach((name, value) -> line("parameter " + name, value));
    new TreeMap<>(resource.request().in())
        .forEach((name, list) -> list.values().forEach(value -> line("in " + name, value)));
    new TreeMap<>(resource.request().sent().body())
        .forEach((name, value) -> line("body " + name, value.toString()));
  }

  private void paging(Pagination pagination) {
    switch (pagination) {
      case Pagination.Cursor cursor -> {
        line("paging", "cursor");
        parameter("paging.parameter", cursor.parameter());
        location("paging.next", cursor.next());
        flag("paging.more", cursor.more());
        cursor.ends().forEach(end -> flag("paging.end", end));
        line("paging.absentEnds", Boolean.toString(cursor.absentEnds()));
        line("paging.encoded", cursor.encoded() ? "true" : null);
        line("paging.standing", cursor.standing() ? "true" : null);
        cursor.endValues().forEach(value -> line("paging.endValue", value));
      }
      case Pagination.NextUrl url -> {
        line("paging", "next-url");
        location("paging.next", url.next());
        flag("paging.more", url.more());
        line("paging.absentEnds", Boolean.toString(url.absentEnds()));
        url.endValues().forEach(value -> line("paging.endValue", value));
      }
      case Pagination.LinkHeader link -> {
        line("paging", "link-header");
        line("paging.rel", link.rel());
      }
      case Pagination.LastRecord last -> {
        line("paging", "last-record");
        parameter("paging.parameter", last.parameter());
        line("paging.field", last.field().toString());
        flag("paging.more", last.more());
      }
      case Pagination.PageNumber number -> {
        line("paging", "page-number");
        line("paging.first", Integer.toString(number.first()));
        counted(number.parameter(), number.more(), number.lastPage());
        number.behindLast().forEach(one -> line("paging.behindLast", Integer.toString(one)));
      }
      case Pagination.Offset offset -> {
        line("paging", "offset");
        counted(offset.parameter(), offset.more(), offset.lastPage());
        offset.behindLast().forEach(one -> line("paging.behindLast", Integer.toString(one)));
      }
      case Pagination.TimeStep step -> {
        line("paging", "time-step");
        line("paging.next", step.next().toString());
        flag("paging.more", step.more());
      }
      case Pagination.None _ -> line("paging", "none");
    }
  }

  private void counted(Parameter parameter, @Nullable Flag more, Pagination.LastPage last) {
    parameter("paging.parameter", parameter);
    flag("paging.more", more);
    line("paging.lastPage", last.name());
  }

  private void filter(@Nullable Filter filter) {
    if (filter != null) {
      parameter("filter.from", filter.from());
      parameter("filter.until", filter.until());
      line("filter.bound", filter.bound().name());
      Duration window = filter.windows().window();
      line("filter.window", window == null ? null : window.toString());
      Instant since = filter.windows().since();
      line("filter.since", since == null ? null : since.toString());
    }
  }

  private void parameter(String name, @Nullable Parameter parameter) {
    if (parameter != null) {
      line(name + ".query", parameter.query());
      line(name + ".header", parameter.header());
      line(name + ".body", parameter.body() == null ? null : parameter.body().toString());
      line(name + ".text", parameter.text());
    }
  }

  private void location(String name, Location location) {
    line(name + ".header", location.header());
    line(name + ".body", location.body() == null ? null : location.body().toString());
  }

  private void flag(String name, @Nullable Flag flag) {
    if (flag != null) {
      line(name + ".body", flag.body().toString());
      line(name + ".means", flag.means().name());
      line(name + ".spelling", flag.spelling().name());
    }
  }

  /** Nothing where {@code value} is null. */
  private void line(String name, @Nullable String value) {
    if (value != null) {
      text.append(JsonText.quote(name)).append(' ').append(JsonText.quote(value)).append('\n');
    }
  }
}
