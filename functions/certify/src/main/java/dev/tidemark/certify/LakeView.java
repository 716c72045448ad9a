package dev.tidemark.certify;

import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.lake.Lake;
import dev.tidemark.lake.PublishedRun;
import dev.tidemark.lake.PublishedState;
import dev.tidemark.rest.record.LineRecall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a reader of the manifests sees.
 *
 * @param newest the line that counts, by identity
 * @param lines all of them, by identity, as published
 * @param twice identities of which the same bytes were published twice where nothing is
 */
record LakeView(
    Map<String, LandedLine> newest, Map<String, List<LandedLine>> lines, Set<String> twice) {
  static LakeView of(TrialBench stage, Subject subject) {
    PublishedState state = new PublishedState(new LineRecall(subject.resource()));
    LakeView view = new LakeView(state.newest(), new LinkedHashMap<>(), new HashSet<>());
    Set<String> seen = new HashSet<>();
    Lake lake = new Lake(stage.lake);
    for (PublishedRun run : lake.runs(stage.key())) {
      String publisher = run.publishesDifferences() ? "" : run.run();
      lake.lines(run, line -> view.take(state.take(line), line, publisher, seen));
    }
    return view;
  }

  private void take(String identity, LandedLine line, String publisher, Set<String> seen) {
    lines.computeIfAbsent(identity, _ -> new ArrayList<>()).add(line);
    if (!seen.add(publisher + "\n" + identity + "\n" + line.deleted() + line.record())) {
      twice.add(identity);
    }
  }
}
