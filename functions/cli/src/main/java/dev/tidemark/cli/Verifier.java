package dev.tidemark.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.cli.verify.Bookkeeping;
import dev.tidemark.cli.verify.Findings;
import dev.tidemark.cli.verify.Findings.Finding;
import dev.tidemark.cli.verify.LossRule;
import dev.tidemark.cli.verify.RecordFacts;
import dev.tidemark.cli.verify.Verification;
import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.run.Mode;
import dev.tidemark.lake.Difference;
import dev.tidemark.lake.Differing;
import dev.tidemark.lake.ExactState;
import dev.tidemark.lake.LineFacts.LineFact;
import dev.tidemark.lake.PublishedRun;
import dev.tidemark.lake.StateComparison;
import dev.tidemark.lake.StateRuns;
import dev.tidemark.rest.definition.Resource;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists an API again and compares it with what is published. */
final class Verifier {
  /** Records that are asked for alone at most. */
  private static final int MOST_ASKED = 1000;

  private final VerifyTask task;
  private final Resource resource;
  private final List<PublishedRun> runs;
  private final RecordFacts facts;
  private final LossRule rule;
  private final Findings findings;
  private final List<Differing> open = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private long sameAlone;
  private long calls;
  private boolean believesTheList;

  Verifier(VerifyTask task, Findings findings) {
    this.task = task;
    this.resource = task.definition().resource(task.landed().key().resource());
    this.runs = StateRuns.of(task.landed().runs());
    this.rule = task.rule();
    this.findings = findings;
    this.facts =
        new RecordFacts(
            task.landed().reading(), !resource.readsAlone() ? Set.of() : readAlone(runs));
  }

  /** Runs that land some records as the API shows them alone. */
  private static Set<String> readAlone(List<PublishedRun> runs) {
    return runs.stream()
        .filter(run -> run.mode().equals("refresh") || run.mode().equals("reconcile"))
        .map(PublishedRun::run)
        .collect(Collectors.toSet());
  }

  /**
   * Compares everything, or what lies in the window.
   *
   * @throws UnlistedException if the API was not listed to its end
   */
  Verification whole() throws InterruptedException, IOException {
    ExactState lake = published();
    try (SecondHome second = task.second()) {
      Instant from = rule.window().from();
      JsonNode listed =
          second.read(
              task.landed().key().resource(),
              new Work.Sync(
                  from == null && rule.window().until() == null ? Mode.INCREMENTAL : Mode.BACKFILL,
                  from,
                  rule.window().until(),
                  null));
      requireListed(listed);
      note(listed);
      ExactState api =
          ExactState.of(
              second.lake(),
              second.lake().runs(task.landed().key()),
              task.landed().reading(),
              task.temporary());
      StateComparison comparison = StateComparison.of(lake, api, facts, rule, task.temporary());
      comparison.show(this::take);
      askAlone();
      return done(lake.records(), api.records(), comparison.same() + sameAlone);
    }
  }

  /** Asks for {@code count} published records one by one. */
  Verification sample(int count) throws InterruptedException, IOException {
    ExactState lake = published();
    RecordSample sample = new RecordSample(count, task.now().toEpochMilli());
    lake.records(line -> sample.offer(line, facts.of(line).print()));
    for (byte[] line : sample.lines()) {
      open.add(new Differing(Difference.SHOWN_ALONE, false, line, "", null));
    }
    askAlone();
    return done(lake.records(), open.size(), sameAlone);
  }

  private ExactState published() {
    return ExactState.of(task.landed().lake(), runs, task.landed().reading(), task.temporary());
  }

  private static void requireListed(JsonNode report) {
    String outcome = report.path("outcome").asText();
    if (!outcome.equals("completed")) {
      throw new UnlistedException(
          report.path("reason").asText("the command was ended before the API was listed"),
          report.path("requestId").asText(""),
          outcome.equals("failed"));
    }
  }

  private void note(JsonNode listed) {
    calls += listed.path("apiCalls").asLong();
    JsonNode warnings = listed.path("warnings");
    long hidden = listed.path("passedOver").asLong();
    believesTheList =
        hidden == 0
            && rule.window().isEverything()
            && !warnings.has("positional")
            && !warnings.has("full-last-page");
    if (hidden > 0) {
      notes.add(
          hidden + " parents do not show their lists; what is published of those is not compared");
    }
    long rejected = listed.path("rejected").asLong();
    if (rejected > 0) {
      notes.add(rejected + " values of the API's list are no records, and are not compared");
    }
  }

  private void take(Differing differing) throws IOException {
    boolean undecided =
        differing.kind() == Difference.EXTRA || differing.kind() == Difference.SHOWN_ALONE;
    if (!undecided) {
      find(differing.kind(), differing);
    } else if (!resource.readsAlone() || resource.kin().parent() != null) {
      boolean proved = believesTheList || resource.cannotReconcile() != null;
      find(proved ? Difference.EXTRA : Difference.UNPROVABLE, differing);
    } else if (open.size() < MOST_ASKED) {
      open.add(differing);
    } else {
      find(Difference.UNPROVABLE, differing);
    }
  }

  private void askAlone() throws InterruptedException, IOException {
    if (open.isEmpty()) {
      return;
    }
    try (SecondHome second = task.second()) {
      AloneReading alone = new AloneReading(second, task.landed().key(), task.landed().reading());
      alone.ask(open.stream().map(this::id).toList(), task.temporary());
      calls += alone.calls();
      for (Differing one : open) {
        decide(one, alone);
      }
      if (!alone.unasked().isEmpty()) {
        notes.add("not all records could be asked for alone: " + alone.unasked());
      }
    }
  }

  private void decide(Differing one, AloneReading alone) throws IOException {
    byte[] shown = alone.line(id(one));
    if (shown == null) {
      find(alone.isAnswered(id(one)) ? Difference.EXTRA : Difference.UNPROVABLE, one);
    } else if (one.kind() == Difference.EXTRA) {
      Instant at = facts.of(shown).at();
      boolean moved = !rule.window().isEverything() && at != null && !at.isBefore(rule.bound());
      find(moved ? Difference.CHANGED_SINCE : Difference.HIDDEN, one);
    } else if (saysTheSame(one.line(), shown)) {
      sameAlone++;
    } else {
      Difference kind = rule.differs(facts.of(shown).at());
      find(kind == null ? Difference.UNPROVABLE : kind, one);
    }
  }

  /** Whether what is shown alone is what is published, of which it may say more. */
  private boolean saysTheSame(byte[] published, byte[] shown) {
    LineFact now = facts.of(shown);
    if (facts.of(published).print().bytes() == now.print().bytes()) {
      return true;
    }
    boolean[] same = new boolean[1];
    task.landed()
        .reading()
        .show(
            LandedLine.parse(shown),
            LandedLine.record(shown),
            record -> same[0] = task.landed().reading().of(published).form().isIn(record));
    return same[0];
  }

  private String id(Differing one) {
    return task.landed().reading().shown(LandedLine.parse(one.line()));
  }

  private void find(Difference kind, Differing one) throws IOException {
    @Nullable Instant at = facts.of(one.line()).at();
    findings.take(
        new Finding(
            kind,
            id(one),
            at == null ? null : at.toString(),
            // The API's lines lie in a folder that is gone when this is read.
            one.inApi() ? "" : one.object(),
            one.requests()));
  }

  private Verification done(long published, long asked, long same) {
    if (findings.count(Difference.UNPROVABLE) > 0) {
      notes.add(
          "what is unprovable may have changed since: sync the resource and verify again; what"
              + " stays is a loss");
    }
    if (findings.count(Difference.EXTRA) > 0) {
      notes.add(
          resource.cannotReconcile() == null
              ? "what the API does not have any more is deleted by: tidemark sync "
                  + task.source()
                  + " "
                  + task.landed().key().resource()
                  + " --mode reconcile"
              : "what the API does not list any more is no loss here: "
                  + resource.cannotReconcile());
    }
    return new Verification(
        task.landed().key(),
        task.scope(),
        rule.bound(),
        new Verification.Compared(published, asked, same, calls),
        findings,
        resource.cannotReconcile() == null,
        notes,
        new Bookkeeping(task.landed().lake(), task.landed().runs())
            .damages(task.books().state(), task.books().index()));
  }
}
