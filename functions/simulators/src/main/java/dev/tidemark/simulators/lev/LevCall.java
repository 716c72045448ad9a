package dev.tidemark.simulators.lev;

import dev.tidemark.simulators.lev.LevQuirk.UpdatedAtFilter.Reaction;
import dev.tidemark.simulators.server.Due;
import dev.tidemark.simulators.server.Reply;
import dev.tidemark.simulators.server.Request;

/** One request on its way through the API: what it means and which quirks it meets. */
record LevCall(Request request, LevRoute route, Due due) {
  String id() {
    return LevEnvelope.requestId(request.number());
  }

  Reply refused(LevError error) {
    LevErrorShape shape = LevErrorShape.JUNE_2026;
    for (LevQuirk.ErrorsShapedAs quirk : due.of(LevQuirk.ErrorsShapedAs.class)) {
      shape = quirk.shape();
    }
    return error.reply(shape, id());
  }

  Reaction updatedAtFilter() {
    Reaction reaction = Reaction.HONOURED;
    for (LevQuirk.UpdatedAtFilter quirk : due.of(LevQuirk.UpdatedAtFilter.class)) {
      reaction = quirk.reaction();
    }
    return reaction;
  }
}
