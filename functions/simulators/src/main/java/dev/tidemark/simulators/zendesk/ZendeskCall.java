package dev.tidemark.simulators.zendesk;

import dev.tidemark.simulators.server.Due;
import dev.tidemark.simulators.server.Reply;
import dev.tidemark.simulators.server.Request;
import java.time.Duration;

/** One request on its way through the API: what it means and which quirks it meets. */
record ZendeskCall(Request request, ZendeskRoute route, Due due) {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  boolean meets(Class<? extends ZendeskQuirk> quirk) {
    return due.has(quirk);
  }

  Reply refused(ZendeskError error) {
    ZendeskError shaped = error;
    for (ZendeskQuirk.ErrorsShapedAs quirk : due.of(ZendeskQuirk.ErrorsShapedAs.class)) {
      shaped = error.shaped(quirk.shape());
    }
    return shaped.reply();
  }

  /** The span before now that exports leave out and no start time may lie in; zero is none. */
  Duration exclusion() {
    Duration window = MINUTE;
    for (ZendeskQuirk.Exclusion quirk : due.of(ZendeskQuirk.Exclusion.class)) {
      window = quirk.window();
    }
    return window;
  }
}
