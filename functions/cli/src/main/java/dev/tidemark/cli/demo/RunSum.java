package dev.tidemark.cli.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.lambda.Ending;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of one run over all its invocations, from their own answers.
 *
 * @param name the account and the resource
 * @param last the last answer
 * @param failure why there is none; empty if there is
 */
record RunSum(String name, ObjectNode last, String failure) {

  static List<RunSum> of(String account, List<Ending> endings) {
    Map<String, RunSum> sums = new LinkedHashMap<>();
    for (Ending ending : endings) {
      switch (ending) {
        case Ending.Answered(String _, ObjectNode answer) when tells(answer) -> {
          String name = account + " " + answer.path("resource").asText();
          sums.put(name, new RunSum(name, answer, ""));
        }
        case Ending.Threw(String event, Throwable cause) -> {
          String name = account + " " + event;
          sums.put(name, new RunSum(name, JsonNodeFactory.instance.objectNode(), "" + cause));
        }
        case Ending.Answered _, Ending.Killed _ -> {}
      }
    }
    return List.copyOf(sums.values());
  }

  private static boolean tells(ObjectNode answer) {
    return switch (answer.path("outcome").asText()) {
      case "nothing", "held", "fenced", "sent", "" -> false;
      default -> true;
    };
  }

  /** The resource as operators call it, with the kind of run where that is not the usual one. */
  String title() {
    int beside = name.indexOf('#');
    return beside < 0 ? name : mode() + " " + name.substring(0, beside);
  }

  /** Why it did not complete; empty if it did. */
  String trouble() {
    String outcome = last.path("outcome").asText();
    return failure.isEmpty() && outcome.equals("completed")
        ? ""
        : name + ": " + outcome + " " + last.path("reason").asText() + failure;
  }

  /** What needs an explanation. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (last.path("filter").asText().equals("refused")) {
      remarks.add(
          title() + ": the API refused to select by time; the run walked everything instead");
    }
    if (!last.path("absent").isEmpty()) {
      remarks.add(
          title()
              + ": "
              + last.path("absent").size()
              + " gone or hidden; whether it is gone, a reconcile proves");
    }
    return remarks;
  }

  private String mode() {
    return last.path("mode").asText();
  }

  long legs() {
    return last.path("legs").asLong();
  }

  /** One of the counts of the run. */
  long count(String member) {
    return last.path("tally").path(member).asLong();
  }
}
