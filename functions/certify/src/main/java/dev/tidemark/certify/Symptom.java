package dev.tidemark.certify;

/** What is wrong with a lake. */
public sealed interface Symptom {
  /** One clause, as in "record 17 never landed". */
  String says();

  /**
   * A record is not there.
   *
   * @param updated its time, in words; empty where it has none
   */
  record Lost(String record, String updated) implements Symptom {
    @Override
    public String says() {
      return "record " + record + updated + " never landed";
    }
  }

  /** An older version of a record is there. */
  record Stale(String record, String updated) implements Symptom {
    @Override
    public String says() {
      return "the last change of record " + record + updated + " never landed";
    }
  }

  /** A record is declared gone that is not. */
  record FalselyDeleted(String record) implements Symptom {
    @Override
    public String says() {
      return "record " + record + " was deleted in the lake although it is there";
    }
  }

  /** A record that is gone still stands. */
  record Ghost(String record) implements Symptom {
    @Override
    public String says() {
      return "record " + record + " is gone and still stands in the lake";
    }
  }

  /** The same bytes were published twice. */
  record Twice(String record) implements Symptom {
    @Override
    public String says() {
      return "record " + record + " was published twice with the same bytes";
    }
  }

  /** Bytes that the API never gave were published. */
  record Invented(String record) implements Symptom {
    @Override
    public String says() {
      return "record " + record + " was published with bytes that the API never gave";
    }
  }

  /** A run stopped. */
  record Stopped(String reason) implements Symptom {
    static Stopped by(RunEnd ending) {
      return new Stopped(
          ending.outcome() + (ending.reason().isEmpty() ? "" : ", " + ending.reason()));
    }

    @Override
    public String says() {
      return "the run does not get through: " + reason;
    }
  }

  /** A run ended as complete although it could not be. */
  record Silent() implements Symptom {
    @Override
    public String says() {
      return "the run ended as complete although the API contradicted itself";
    }
  }
}
