package dev.tidemark.certify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was tried of one resource, and what came of it. */
public final class Tried {
  private final Map<String, Integer> cases = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<String, String> lies = new LinkedHashMap<>();

  /** A case of {@code kind} was tried. */
  void count(String kind) {
    cases.merge(kind, 1, Integer::sum);
  }

  void found(Finding finding) {
    findings.add(finding);
  }

  /** Something is taken for granted, left out, or done in part. */
  void note(String sentence) {
    if (!notes.contains(sentence)) {
      notes.add(sentence);
    }
  }

  /** The API broke its definition in a way, and the runs came to {@code verdict}. */
  void lied(String says, String verdict) {
    lies.put(says, verdict);
  }

  /** What runs came to, by what the API did. */
  Map<String, String> lies() {
    return lies;
  }

  Map<String, Integer> cases() {
    return cases;
  }

  int total() {
    return cases.values().stream().mapToInt(Integer::intValue).sum();
  }

  List<Finding> findings() {
    return findings;
  }

  List<String> notes() {
    return notes;
  }
}
