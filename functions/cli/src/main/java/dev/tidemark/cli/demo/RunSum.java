package dev.tidemark.cli.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.lambda.Ending;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of one resource over all its invocations, from their own answers. */
record RunSum(String name, ObjectNode last, List<String> troubles) {

  static List<RunSum> of(String source, List<Ending> endings) {
    Map<String, RunSum> sums = new LinkedHashMap<>();
    for (Ending ending : endings) {
      if (ending instanceof Ending.Answered(String _, ObjectNode answer)
          && answer.has("resource")
          && !answer.path("outcome").asText().equals("nothing")
          && !answer.path("outcome").asText().equals("held")) {
        String name = source + " " + answer.path("resource").asText();
        sums.put(name, new RunSum(name, answer, new ArrayList<>()));
      }
      if (ending instanceof Ending.Threw(String event, Throwable cause)) {
        RunSum failed =
            new RunSum(
                source + " " + event,
                com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode(),
                List.of("FAILED: " + cause));
        sums.put(failed.name, failed);
      }
    }
    sums.values().forEach(RunSum::note);
    return List.copyOf(sums.values());
  }

  private void note() {
    if (count("throttled") > 0) {
      troubles.add(name + ": the API answered 429, waited as long as it asked");
    }
    if (count("retries") > 0) {
      troubles.add(name + ": a page broke off, left nothing behind and was asked for again");
    }
    if (!last.path("outcome").asText().equals("completed")) {
      troubles.add(
          name + ": " + last.path("outcome").asText() + " " + last.path("reason").asText());
    }
  }

  long batches() {
    return count("batches");
  }

  long legs() {
    return last.path("legs").asLong();
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "%-26s %,8d %,9d %,6d %,5d %,9d",
        name,
        count("records"),
        count("duplicates"),
        count("pages"),
        legs(),
        count("throttled"));
  }

  private long count(String member) {
    return last.path("tally").path(member).asLong();
  }
}
