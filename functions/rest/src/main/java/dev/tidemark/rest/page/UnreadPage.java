package dev.tidemark.rest.page;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.rest.auth.Redactor;
import dev.tidemark.rest.http.Response;
import dev.tidemark.rest.json.MalformedPageException;
import dev.tidemark.rest.json.NoRecordsException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Tells a page that may be whole when it is asked for again from one that never is. */
final class UnreadPage {
  private UnreadPage() {}

  static PageOutcome outcome(
      Redactor redactor, String place, IOException e, Response answer, @Nullable String id) {
    boolean lasting =
        e instanceof NoRecordsException none
            ? none.isLasting()
            : !(e instanceof MalformedPageException);
    if (lasting) {
      return new PageOutcome.Refused(redactor.clean(place + ": " + e.getMessage()), id);
    }
    String type = answer.header("Content-Type");
    String problem =
        type != null && type.contains("html")
            ? "the answer is HTML, not JSON; is the base URL right?"
            : String.valueOf(e.getMessage());
    return new PageOutcome.Unavailable(redactor.clean(place + ": " + problem), id);
  }
}
