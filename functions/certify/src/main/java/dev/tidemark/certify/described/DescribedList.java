package dev.tidemark.certify.described;

import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.Records;
import dev.tidemark.rest.definition.Single;
import dev.tidemark.simulators.server.Reply;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Answers for one list and its single records. */
final class DescribedList {
  private static final String JSON = "application/json";

  private final ApiForm api;
  private final ListForm form;
  private final DescribedRows rows;
  private final Lists lists;
  private boolean contradicted;

  DescribedList(ApiForm api, ListForm form, Manner manner, InstantSource clock) {
    this.api = api;
    this.form = form;
    this.rows = new DescribedRows(form.record(), manner.coarse());
    this.lists = new Lists(form, manner, rows, api.unknownToken(), clock);
  }

  ListForm form() {
    return form;
  }

  DescribedRows rows() {
    return rows;
  }

  /**
   * A page.
   *
   * @param body what every answer of the API holds
   * @param trouble what goes wrong with it; null for nothing
   */
  Reply page(Asking asking, Tree body, @Nullable Trouble trouble) {
    if (trouble == Trouble.TOKEN_LOST && asking.token(form.paging()) != null) {
      throw new RefusedException(api.unknownToken(), "the page token has expired");
    }
    Lists.Found found = lists.find(asking);
    if (trouble == Trouble.EMPTY) {
      found = new Lists.Found(found.page().emptied(), found.bounds());
    } else if (contradicts(asking, trouble)) {
      contradicted = true;
      found = new Lists.Found(found.page().promising(), found.bounds());
    }
    Written written = new Written(form, body);
    written.next(found, asking, token(found, asking, trouble), api.origin());
    List<DescribedRow> shown = new ArrayList<>(found.page().rows());
    if (trouble == Trouble.TWICE && !shown.isEmpty()) {
      shown.add(shown.getFirst());
    }
    byte[] text = text(body, shown).getBytes(StandardCharsets.UTF_8);
    Reply reply =
        Reply.of(
            200, JSON, trouble == Trouble.TRUNCATED ? Arrays.copyOf(text, cut(text.length)) : text);
    for (var header : written.headers().entrySet()) {
      reply = reply.with(header.getKey(), header.getValue());
    }
    return reply;
  }

  /** Where a page breaks off: within a line, since one that ends between two looks whole. */
  private int cut(int length) {
    return form.records().form() == Records.Form.LINES ? Math.max(0, length - 3) : length / 2;
  }

  /** Whether a page contradicted itself so far. */
  boolean contradicted() {
    return contradicted;
  }

  private boolean contradicts(Asking asking, @Nullable Trouble trouble) {
    return switch (form.paging()) {
      case PageForm.Token _, PageForm.Url _ ->
          (trouble == Trouble.SAME_TOKEN && asking.token(form.paging()) != null)
              || (trouble == Trouble.MORE_WITHOUT_TOKEN && form.paging().mark() != null);
      case PageForm.Link _ -> trouble == Trouble.SAME_TOKEN && asking.token(form.paging()) != null;
      case PageForm.Behind _, PageForm.Counted _, PageForm.Steps _, PageForm.Whole _ -> false;
    };
  }

  private @Nullable String token(Lists.Found found, Asking asking, @Nullable Trouble trouble) {
    DescribedPage page = found.page();
    boolean bookmarks = form.paging() instanceof PageForm.Token token && token.bookmarks();
    if (trouble == Trouble.MORE_WITHOUT_TOKEN) {
      return null;
    }
    if (trouble == Trouble.SAME_TOKEN && contradicts(asking, trouble)) {
      return asking.token(form.paging());
    }
    if (!page.more() && !bookmarks) {
      return null;
    }
    return lists
        .tokens()
        .give(
            new Tokens.Place(
                page.last(), asking.parent(), found.bounds(), page.end(), !page.more()));
  }

  private String text(Tree body, List<DescribedRow> shown) {
    if (form.one()) {
      return shown.isEmpty() ? "{}" : record(body, form.records().path(), shown.getFirst());
    }
    String list = list(shown.stream().map(rows::json).toList());
    MemberPath path = form.records().path();
    return path.isWhole() ? list : body.put(path.toString(), list).json();
  }

  private String list(List<String> records) {
    boolean array =
        switch (form.records().form()) {
          case LIST -> true;
          case KEYED -> records.isEmpty();
          case ONE_OR_MANY -> records.size() != 1;
          case LINES -> false;
        };
    if (array) {
      return "[" + String.join(",", records) + "]";
    }
    return switch (form.records().form()) {
      case LIST, ONE_OR_MANY -> records.getFirst();
      case KEYED ->
          IntStream.range(0, records.size())
              .mapToObj(i -> "\"" + i + "\":" + records.get(i))
              .collect(Collectors.joining(",", "{", "}"));
      case LINES -> records.stream().map(one -> one + "\n").collect(Collectors.joining());
    };
  }

  private String record(Tree body, MemberPath path, DescribedRow row) {
    return path.isWhole() ? rows.json(row) : body.put(path.toString(), rows.json(row)).json();
  }

  /** A record in a form of its own shows nothing at the list's places but what is declared. */
  private String record(Tree body, Single single, DescribedRow row) {
    if (!single.proves()) {
      return record(body, single.record(), row);
    }
    MemberPath id = single.id() == null ? form.record().ids().getFirst() : single.id();
    Tree alone = new Tree();
    alone.put(id.toString(), Long.toString(row.id()));
    MemberPath at = single.record();
    return at.isWhole() ? alone.json() : body.put(at.toString(), alone.json()).json();
  }

  /** One record. */
  Reply single(long id, Tree body) {
    DescribedRow row = rows.find(id);
    Single single = form.way().single();
    if (row == null || single == null) {
      throw new RefusedException(
          single == null ? 404 : single.gone().getFirst(), "there is no record " + id);
    }
    return Reply.of(200, JSON, record(body, single, row));
  }
}
