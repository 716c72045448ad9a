package dev.tidemark.certify.described;

import dev.tidemark.rest.definition.BodyForm;
import dev.tidemark.rest.definition.PageSize;
import dev.tidemark.simulators.server.QueryString;
import dev.tidemark.simulators.server.Request;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request for a page of a list.
 *
 * @param parent of the record whose list it is; 0 for none
 */
record Asking(Request request, long parent) {
  /** The query parameter of URLs that lead to a next page. */
  static final String TOKEN = "page_token";

  /** Refuses what the way does not allow. */
  void check(ListForm.Way way) {
    if (!request.method().equals(way.method())) {
      throw new RefusedException(405, "the method is " + way.method());
    }
    way.parameters()
        .forEach((name, values) -> {
          List<String> wanted =
              values.stream()
                  .map(one -> one.replace(ListForm.PARENT, Long.toString(parent)))
                  .toList();
          if (!sent(name).equals(wanted)) {
            throw new RefusedException(400, name + " must be " + values);
          }
        });
    boolean form = way.bodyForm() == BodyForm.FORM;
    if (!request.body().isEmpty() && request.body().startsWith("{") == form) {
      throw new RefusedException(415, "the body is to be " + way.bodyForm());
    }
    for (Map.Entry<String, String> member : way.body().entrySet()) {
      String raw =
          form
              ? QueryString.parse(request.body()).first(member.getKey())
              : request.body().isEmpty() ? null : bodyMember(member.getKey());
      String wanted = form ? SentValue.unquoted(member.getValue()) : member.getValue();
      if (!wanted.equals(raw)) {
        throw new RefusedException(400, member.getKey() + " must be " + member.getValue());
      }
    }
  }

  private @Nullable String bodyMember(String name) {
    return dev.tidemark.simulators.json.Json.of(request.body()).raw(name);
  }

  private List<String> sent(String name) {
    return request.query().parameters().stream()
        .filter(one -> one.name().equals(name))
        .map(QueryString.Parameter::value)
        .toList();
  }

  /** How many records are wanted; bounded, as APIs do. */
  int size(@Nullable PageSize size, int otherwise) {
    String text = size == null ? null : SentValue.of(size.parameter(), request);
    if (size == null || text == null) {
      return otherwise;
    }
    if (!text.matches("[1-9]\\d{0,8}")) {
      throw new RefusedException(400, "\"" + text + "\" is no page size");
    }
    return Math.min(Integer.parseInt(text), size.max());
  }

  /** The token or value by which the page is asked for; null for the first. */
  @Nullable String token(PageForm paging) {
    return switch (paging) {
      case PageForm.Token(var slot, var _, var _, var _, var _) -> SentValue.of(slot, request);
      case PageForm.Url _, PageForm.Link _ -> request.query().first(TOKEN);
      case PageForm.Behind(var slot, var _, var _) -> SentValue.of(slot, request);
      case PageForm.Counted(var slot, var _, var _, var _) -> SentValue.of(slot, request);
      case PageForm.Steps _, PageForm.Whole _ -> null;
    };
  }
}
