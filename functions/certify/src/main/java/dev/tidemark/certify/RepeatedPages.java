package dev.tidemark.certify;

import dev.tidemark.rest.definition.Resource;
import dev.tidemark.simulators.server.QueryString;
import dev.tidemark.simulators.server.Reply;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** APIs that show one page again and again. */
final class RepeatedPages {
  private RepeatedPages() {}

  /**
   * The first page, whatever is asked for. A window without records, again and again, is a list
   * without records: there it is the first that has some.
   */
  static Liar first(Subject subject) {
    Map<String, Reply> first = new HashMap<>();
    return (asked, _, honest) -> {
      // By path, since each parent has a list of its own: whose records it has is shown by nothing
      // else.
      String path = asked.uri().getRawPath();
      Reply kept = first.get(path);
      Reply reply = kept == null ? honest.answer(asked) : kept;
      if (!subject.windowed() || holdsRecords(subject.resource(), reply)) {
        first.put(path, reply);
      }
      return reply;
    };
  }

  /** The children of the first parent that was asked for, for each. */
  static Liar children(String parameter) {
    Map<String, String> first = new HashMap<>();
    return (asked, _, honest) -> {
      String sent = QueryString.parse(asked.uri().getRawQuery()).first(parameter);
      String parent = first.computeIfAbsent(parameter, _ -> String.valueOf(sent));
      return honest.answer(asked.query(parameter, parent));
    };
  }

  private static boolean holdsRecords(Resource resource, Reply reply) {
    PageEdit page = PageEdit.of(resource, reply);
    return page != null && !page.records().isEmpty();
  }

  /** The last page in place of the empty one behind the end. */
  static Liar last(Resource resource) {
    return new Liar() {
      private @Nullable Reply last;

      @Override
      public Reply answer(Exchange asked, int number, Honest honest) {
        Reply reply = honest.answer(asked);
        if (last != null
            && !holdsRecords(resource, reply)
            && PageEdit.of(resource, reply) != null) {
          return last;
        }
        last = reply;
        return reply;
      }
    };
  }
}
