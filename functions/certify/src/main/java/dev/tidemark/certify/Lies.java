package dev.tidemark.certify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.certify.described.ListForm;
import dev.tidemark.rest.definition.BodyError;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.PageSize;
import dev.tidemark.rest.definition.Pagination;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.definition.TimeFormat;
import dev.tidemark.simulators.server.Reply;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The ways in which an API can break the words of one resource's definition. */
final class Lies {
  private static final Remedy REPORT =
      new Remedy("", "nothing in the definition asks for this: please report it");

  private final Subject subject;
  private final Resource resource;
  private final List<Lie> all = new ArrayList<>();

  private Lies(Subject subject) {
    this.subject = subject;
    this.resource = subject.resource();
  }

  static List<Lie> of(Subject subject) {
    Lies lies = new Lies(subject);
    if (!lies.resource.answer().one()) {
      lies.sizes();
      lies.positions();
      lies.ends();
      lies.failures();
      lies.statuses();
      lies.records();
    }
    lies.parents();
    if (lies.resource.single() != null) {
      lies.single();
    }
    return lies.all;
  }

  private void parents() {
    resource.request().parameters().entrySet().stream()
        .filter(one -> one.getValue().contains(ListForm.PARENT))
        .forEach(one ->
            always(
                "parentId",
                "the API shows the children of one parent for each",
                _ -> RepeatedPages.children(one.getKey())));
  }

  private void sizes() {
    PageSize size = resource.request().pageSize();
    if (size == null || resource.traversal().pagination() instanceof Pagination.None) {
      return;
    }
    always(
        "pageSize",
        "the API gives half of the records that are asked for",
        capped(size, _ -> true));
    always(
        "pageSize", "the API gives half of them from the third page on", capped(size, n -> n > 2));
    if (!subject.onlyAdded()) {
      // A window has a page or two: the size that changes with the next one shows nothing of it.
      always(
          "pageSize",
          "the API gives half of them on its first two pages",
          capped(size, n -> n < 3));
    }
  }

  private static IntFunction<Liar> capped(PageSize size, IntPredicate half) {
    return _ ->
        (asked, number, honest) -> {
          String wanted = asked.value(size.parameter());
          return honest.answer(
              wanted == null || !half.test(number)
                  ? asked
                  : asked.with(
                      size.parameter(),
                      Integer.toString(Math.max(1, Integer.parseInt(wanted) / 2))));
        };
  }

  private void positions() {
    if (resource.traversal().pagination() instanceof Pagination.None) {
      return;
    }
    always(
        "pagination",
        "the API gives its first page whatever is asked for",
        _ -> RepeatedPages.first(subject));
    if (resource.traversal().pagination() instanceof Pagination.PageNumber
        || resource.traversal().pagination() instanceof Pagination.Offset) {
      always(
          "pagination",
          "the API repeats its last page behind the end",
          _ -> RepeatedPages.last(resource));
    }
  }

  private void ends() {
    MemberPath next = nextPath();
    if (next != null && next.names().size() > 1) {
      String literal = String.join(".", next.names());
      always(
          "pagination.next",
          "the next page stands at a member whose name has a dot",
          _ -> edited(1, page -> rename(page.envelope(), next, literal)));
    }
  }

  private static void rename(@Nullable ObjectNode envelope, MemberPath path, String name) {
    JsonNode value = envelope == null ? null : JsonMembers.at(envelope, path);
    if (envelope != null && value != null) {
      JsonMembers.remove(envelope, path);
      envelope.set(name, value);
    }
  }

  private @Nullable MemberPath nextPath() {
    return switch (resource.traversal().pagination()) {
      case Pagination.Cursor cursor -> cursor.next().body();
      case Pagination.NextUrl url -> url.next().body();
      case Pagination.TimeStep step -> step.next();
      case Pagination.LinkHeader _,
          Pagination.LastRecord _,
          Pagination.PageNumber _,
          Pagination.Offset _,
          Pagination.None _ ->
          null;
    };
  }

  private void failures() {
    fromEach(
        "errors.body",
        "the API reports an error in an answer with status 200",
        from ->
            edited(
                from,
                page -> {
                  if (page.envelope() != null) {
                    page.records().removeAll();
                    page.envelope()
                        .put("success", false)
                        .putArray("errors")
                        .addObject()
                        .put("message", "internal error");
                    page.ended();
                  }
                }));
    for (BodyError word : subject.definition().answers().errors().body()) {
      if (word.means() != BodyError.Means.IGNORED) {
        fromEach(
            "errors.body",
            "the API says by " + word.path() + " that an answer does not count",
            from -> edited(from, page -> declared(page, word)));
      }
    }
  }

  private static void declared(PageEdit page, BodyError word) {
    if (page.envelope() == null) {
      return;
    }
    ArrayNode records = page.records();
    while (records.size() > 1) {
      records.remove(records.size() - 1);
    }
    JsonMembers.put(
        page.envelope(),
        word.path(),
        word.equals().isEmpty() || word.equals().contains("true")
            ? records.booleanNode(true)
            : word.equals().contains("false")
                ? records.booleanNode(false)
                : records.textNode(word.equals().getFirst()));
    page.ended();
  }

  private void statuses() {
    fromEach(
        "status",
        "the API answers 206 with half of a page and no further one",
        from ->
            (asked, number, honest) -> {
              Reply reply = honest.answer(asked);
              PageEdit page = number < from ? null : PageEdit.of(resource, reply);
              if (page == null) {
                return reply;
              }
              for (int keep = page.records().size() / 2; page.records().size() > keep; ) {
                page.records().remove(page.records().size() - 1);
              }
              return page.ended().reply(206, true);
            });
    if (!subject.definition().answers().errors().emptyBy(204)) {
      fromEach("status", "the API answers 204", from -> status(from, Reply.empty(204)));
    }
    if (subject.child()) {
      // One parent's list may well be gone, and a definition says how many may.
      always("status", "the API answers 410", _ -> status(1, Reply.empty(410)));
    } else {
      fromEach("status", "the API answers 410", from -> status(from, Reply.empty(410)));
    }
  }

  private Liar status(int from, Reply instead) {
    return (asked, number, honest) -> number < from ? honest.answer(asked) : instead;
  }

  private void records() {
    RecordEdits edits = new RecordEdits(resource);
    always(
        "records",
        "the API gives the members of its records in another order",
        _ -> edited(1, page -> edits.reverse(page.records())));
    if (resource.members().deleted() != null && resource.members().version() != null) {
      always(
          "deleted",
          "a record that says it is gone has its id and that member alone",
          _ -> edited(1, page -> edits.stub(page.records())));
    }
    if (resource.members().watermark() != null
        && resource.members().watermark().format() == TimeFormat.ISO_8601) {
      always(
          "watermark",
          "the API spells its times in four ways",
          _ -> edited(1, page -> edits.spell(page.records())));
    }
  }

  private void single() {
    all.add(
        new Lie(
            "single",
            "asked for one record, the API gives another",
            _ ->
                (asked, _, honest) -> {
                  String other =
                      asked
                          .uri()
                          .toString()
                          .replaceFirst("\\d+$", "" + (SimulatedAccount.FIRST + 2));
                  return honest.answer(
                      new Exchange(
                          asked.method(), URI.create(other), asked.headers(), asked.body()));
                },
            false,
            REPORT));
  }

  private Liar edited(int from, Consumer<PageEdit> edit) {
    return (asked, number, honest) -> {
      Reply reply = honest.answer(asked);
      PageEdit page = number < from ? null : PageEdit.of(resource, reply);
      if (page == null) {
        return reply;
      }
      edit.accept(page);
      return page.reply();
    };
  }

  private void always(String word, String says, IntFunction<Liar> liar) {
    all.add(new Lie(word, says, liar, false, REPORT));
  }

  /** Lies that begin at one request, each of a run in turn, and last from there on. */
  private void fromEach(String word, String says, IntFunction<Liar> liar) {
    all.add(new Lie(word, says, liar, true, REPORT));
  }
}
