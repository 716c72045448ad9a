package dev.tidemark.certify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.memory.ManualClock;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.RecordId;
import dev.tidemark.rest.definition.Records;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Tries one resource against its recorded pages: they can be walked and nothing else. */
record Playback(Subject subject, Recording recording) implements Certification.Job {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Remedy REMEDY =
      new Remedy("", "correct records, id or pagination of the definition");

  @Override
  public Certificate run() {
    Tried tried = new Tried();
    TrialBench undisturbed = stage();
    RunEnd ending = undisturbed.drive(WalkKind.sync(subject));
    if (!ending.completed()) {
      throw new CertifyException(
          "the recorded pages of "
              + subject.name()
              + " cannot be walked to an end: "
              + ending.reason());
    }
    recording.learned();
    tried.count("undisturbed");
    Map<String, String> truth = landed(undisturbed);
    complete(truth, tried);
    new Kills(() -> victim(truth, tried), WalkKind.sync(subject), "recorded walk", tried).all();
    tried.note(
        recording.pages().size()
            + " recorded pages, "
            + truth.size()
            + " records: no border was tried, since a recording answers nothing else");
    return new Certificate(subject.name(), tried);
  }

  private TrialBench stage() {
    ManualClock clock = new ManualClock(TrialBench.BEGIN);
    return new TrialBench(subject, clock, recording.at(clock));
  }

  private Kills.Victim victim(Map<String, String> truth, Tried tried) {
    TrialBench stage = stage();
    return new Kills.Victim(stage, aftermath -> judge(stage, truth, aftermath, tried));
  }

  private void judge(
      TrialBench stage, Map<String, String> truth, Kills.Aftermath aftermath, Tried tried) {
    if (!aftermath.ending().completed()) {
      tried.found(finding(aftermath.how(), Symptom.Stopped.by(aftermath.ending())));
    }
    Map<String, String> landed = landed(stage);
    truth.forEach((identity, record) -> {
      String now = landed.get(identity);
      if (now == null) {
        tried.found(finding(aftermath.how(), new Symptom.Lost(identity, "")));
      } else if (!now.equals(record)) {
        tried.found(finding(aftermath.how(), new Symptom.Stale(identity, "")));
      }
    });
    LakeView.of(stage, subject)
        .twice()
        .forEach(identity -> tried.found(finding(aftermath.how(), new Symptom.Twice(identity))));
  }

  private static Finding finding(String how, Symptom symptom) {
    return new Finding("kill", how, symptom, Remedy.UNKNOWN);
  }

  private Map<String, String> landed(TrialBench stage) {
    Map<String, String> landed = new TreeMap<>();
    LakeView.of(stage, subject)
        .newest()
        .forEach((identity, line) -> landed.put(identity, line.record()));
    return landed;
  }

  /** Whether each record of the pages landed, read by other means than the reader's. */
  private void complete(Map<String, String> truth, Tried tried) {
    for (byte[] page : recording.pages()) {
      JsonNode records = at(page);
      for (JsonNode record :
          subject.resource().answer().one() ? JSON.createArrayNode().add(records) : records) {
        String identity = id(record);
        if (!truth.containsKey(identity)) {
          tried.found(
              new Finding("undisturbed", "undisturbed", new Symptom.Lost(identity, ""), REMEDY));
        }
      }
    }
  }

  private String id(JsonNode record) {
    RecordId id = subject.resource().members().id();
    return id.json(id.members().stream().map(path -> at(record, path).toString()).toList());
  }

  private static JsonNode at(JsonNode from, MemberPath path) {
    JsonNode at = from;
    for (String member : path.names()) {
      at = at.path(member);
    }
    return at;
  }

  private JsonNode at(byte[] page) {
    try {
      Records records = subject.resource().answer().records();
      if (records.form() == Records.Form.LINES) {
        return JSON.createArrayNode()
            .addAll(JSON.readerFor(JsonNode.class).<JsonNode>readValues(page).readAll());
      }
      JsonNode there = at(JSON.readTree(page), records.path());
      return records.form() == Records.Form.ONE_OR_MANY && there.isObject()
          ? JSON.createArrayNode().add(there)
          : there;
    } catch (IOException e) {
      throw new CertifyException("a recorded page of " + subject.name() + " is not JSON");
    }
  }
}
