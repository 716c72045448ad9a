package dev.tidemark.cli.certify;

import dev.tidemark.cli.lake.LandedLine;
import dev.tidemark.core.lake.Manifest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * What a reader of the manifests sees.
 *
 * @param newest the line that counts, by identity
 * @param lines all of them, by identity, as published
 * @param twice identities of which the same bytes were published twice where nothing is
 */
record LakeView(
    Map<String, LandedLine> newest, Map<String, List<LandedLine>> lines, Set<String> twice) {
  static LakeView of(Stage stage, Subject subject) {
    LakeView view = new LakeView(new LinkedHashMap<>(), new LinkedHashMap<>(), new HashSet<>());
    Set<String> seen = new HashSet<>();
    List<Manifest> manifests = new ArrayList<>(stage.lake.manifests(stage.key()));
    manifests.sort(Comparator.comparing(manifest -> manifest.seal().completedAt()));
    for (Manifest manifest : manifests) {
      String publisher =
          manifest.resource().publishesDifferences()
              ? ""
              : manifest.seal().progress().run().id().value();
      for (Manifest.Entry entry : manifest.objects()) {
        texts(stage.lake.bytes(entry.key()))
            .forEach(text -> view.take(subject, publisher, text, seen));
      }
    }
    return view;
  }

  private void take(Subject subject, String publisher, String text, Set<String> seen) {
    try {
      LandedLine line = LandedLine.of(text);
      String identity = line.identity(subject.resource());
      lines.computeIfAbsent(identity, _ -> new ArrayList<>()).add(line);
      if (!seen.add(publisher + "\n" + identity + "\n" + line.deleted() + line.record())) {
        twice.add(identity);
      }
      newest.merge(
          identity, line, (before, now) -> now.beats(before, subject.resource()) ? now : before);
    } catch (IOException e) {
      throw new UncheckedIOException("not a line of the lake: " + text, e);
    }
  }

  private static List<String> texts(byte[] gzip) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
