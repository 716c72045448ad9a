package dev.tidemark.cli.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what was seen as a definition: each guess with what it was seen from, the rest safe. */
final class DraftText {
  private static final List<String> REQUEST_IDS =
      List.of("x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid", "x-trace-id");
  private static final Set<Integer> BEHIND_LAST = Set.of(400, 404, 416, 422);

  private final ListUrl url;
  private final Map<String, String> headers;
  private final AuthGuess auth;
  private final Survey survey;
  private final StringBuilder text = new StringBuilder();

  DraftText(ListUrl url, Map<String, String> headers, AuthGuess auth, Survey survey) {
    this.url = url;
    this.headers = headers;
    this.auth = auth;
    this.survey = survey;
  }

  /** The whole file. */
  String write(Asker asker) {
    String stopped = asker.stopped();
    remark(
        "",
        "Drafted from "
            + asker.requests()
            + " answers"
            + (stopped == null ? "" : ", then stopped: " + MemberPlace.shown(stopped))
            + ". What a comment says was seen; what was not is left safe.");
    line("", "tidemark: 1");
    line("", "source: " + url.source());
    line("", "title: " + MemberPlace.quoted(url.base().host()));
    if (url.base().loopback()) {
      remark(
          "", "It was drafted from a server on this machine: give --base-url with every command.");
      line("", "accountUrl: https://your-api.example");
    } else {
      line("", "baseUrl: " + url.base().origin());
    }
    remark("", auth.seen() + ".");
    line("", "auth: " + auth.yaml());
    answers();
    line("", "resources:");
    line("  ", url.resource() + ":");
    list();
    return text.toString();
  }

  private void answers() {
    if (!headers.isEmpty()) {
      line("", "headers: " + object(headers));
    }
    List<Map.Entry<String, String>> seen = auth.first().headers();
    for (String name : REQUEST_IDS) {
      seen.stream()
          .map(Map.Entry::getKey)
          .filter(name::equalsIgnoreCase)
          .findFirst()
          .ifPresent(header -> line("", "requestId: {header: " + MemberPlace.quoted(header) + "}"));
      if (auth.first().header(name) != null) {
        break;
      }
    }
    String limits =
        seen.stream()
            .map(Map.Entry::getKey)
            .filter(name ->
                name.toLowerCase(Locale.ROOT).contains("ratelimit")
                    || name.toLowerCase(Locale.ROOT).contains("rate-limit"))
            .map(MemberPlace::shown)
            .distinct()
            .collect(Collectors.joining(", "));
    if (!limits.isEmpty()) {
      remark(
          "", "Headers of the answers that tell limits: " + limits + "; a refusal is waited out.");
    }
  }

  private void list() {
    Walked first = survey.pages().getFirst();
    RecordList list = first.list();
    line("    ", "path: " + MemberPlace.quoted(url.path()));
    Map<String, String> fixed = new TreeMap<>(url.parameters());
    SizeGuess size = survey.size();
    if (size != null) {
      fixed.remove(size.parameter());
    }
    if (!fixed.isEmpty()) {
      line("    ", "parameters: " + object(fixed));
    }
    remark("    ", "Seen: an array of objects at " + list.place() + ".");
    line("    ", "records: " + list.place().yaml());
    int seen = survey.pages().stream().mapToInt(page -> page.ids().size()).sum();
    remark("    ", "Seen: in all of " + seen + " records, no two alike.");
    line("    ", "id: " + MemberPlace.quoted(list.id()));
    size(size);
    paging();
    time();
    single();
  }

  private void size(@Nullable SizeGuess size) {
    if (size == null) {
      return;
    }
    remark(
        "    ",
        "Seen: "
            + size.small()
            + " records where "
            + size.parameter()
            + "="
            + size.small()
            + " was asked. If the API gives more at once, raise both.");
    int ask = survey.ending().ask();
    line(
        "    ",
        "pageSize: {parameter: "
            + MemberPlace.quoted(size.parameter())
            + ", ask: "
            + ask
            + ", max: "
            + ask
            + "}");
  }

  private void paging() {
    NextPage next = survey.next();
    if (next == null) {
      remark(
          "    ",
          "Seen: all "
              + survey.pages().getFirst().ids().size()
              + " records at once, the same whatever page was asked for.");
      line("    ", "pagination: {kind: none}");
      return;
    }
    remark(
        "    ",
        survey.pages().size() > 1
            ? "Seen: " + survey.pages().size() + " pages, each of other records than those before."
            : "Seen: the second page is empty. Whether a page has a size was not seen.");
    line("    ", "pagination: {" + next.yaml() + end(next) + "}");
    if (next.counts(survey.pages().getFirst())) {
      remark(
          "    ",
          "Pages or rows are counted: a record that is deleted during a walk moves the others."
              + " If the API has a cursor, use that.");
    }
  }

  /** Members that say how a walk ends. */
  private String end(NextPage next) {
    Survey.Ending ending = survey.ending();
    StringBuilder members = new StringBuilder();
    boolean linked = next instanceof NextPage.InLink;
    FlagGuess flag = linked ? null : ending.flag();
    if (flag != null) {
      members.append(", ").append(flag.yaml());
    } else if (ending.last() == null && ending.refused() == 0) {
      remark(
          "    ",
          "The last page was not seen: see in the API's documentation how it looks."
              + (place(next) == null
                  ? ""
                  : " If it leaves this member out, a run fails on it and says so: absentEnds:"
                      + " true."));
    }
    if (flag == null && endsByAbsence(next)) {
      members.append(", absentEnds: true");
      remark("    ", "Seen: the last page has no such member.");
    }
    boolean counted = next instanceof NextPage.Numbered || next instanceof NextPage.Skipped;
    if (flag == null && counted && BEHIND_LAST.contains(ending.refused())) {
      members.append(", behindLast: [").append(ending.refused()).append(']');
      remark("    ", "Seen: " + ending.refused() + " behind the last page.");
    }
    return members.toString();
  }

  private boolean endsByAbsence(NextPage next) {
    Walked last = survey.ending().last();
    MemberPlace place = place(next);
    return last != null && place != null && place.in(last.body()) == null;
  }

  /** The member of a page that leads to the next one; null where none does. */
  private static @Nullable MemberPlace place(NextPage next) {
    return switch (next) {
      case NextPage.InBody(MemberPlace at) -> at;
      case NextPage.Token(MemberPlace at, String _) -> at;
      case NextPage.InLink _, NextPage.LastId _, NextPage.Numbered _, NextPage.Skipped _ -> null;
    };
  }

  private void time() {
    times();
    filter();
    remark(
        "    ",
        "Safe whatever the order. If the documentation promises the oldest change first, order:"
            + " watermark-ascending with promote: max-seen resumes sooner.");
    line("    ", "order: unordered");
    line("    ", "promote: run-start");
  }

  private void times() {
    Survey.Selected selected = survey.selected();
    selected
        .times()
        .forEach(time ->
            remark(
                "    ",
                "Seen: "
                    + MemberPlace.shown(time.member())
                    + " is a time ("
                    + time.word()
                    + ")"
                    + (time.order() == null ? "" : ", " + time.order())
                    + "."));
    List<JsonNode> records =
        survey.pages().stream().flatMap(page -> page.records().stream()).toList();
    List<String> unfit = TimeGuess.unfit(records);
    if (!unfit.isEmpty()) {
      remark(
          "    ",
          "Times without an offset: "
              + String.join(", ", unfit)
              + "; with watermark: {field: …, format: …, zone: UTC} they are of use.");
    }
  }

  private void filter() {
    TimeGuess change = survey.selected().change();
    FilterGuess filter = survey.selected().filter();
    if (change != null) {
      line("    ", "watermark: {field: " + change.member() + ", format: " + change.word() + "}");
      if (change.isText()) {
        line("    ", "version: {field: " + change.member() + "}");
      }
    }
    if (filter != null && change != null) {
      remark(
          "    ",
          "Seen: with a bound in the middle of a page what was older vanished, what lay at it"
              + " stayed.");
      line("    ", "filter: " + filter.yaml(change));
    } else {
      remark(
          "    ",
          "No filter by time was seen, so that every run walks everything and publishes what"
              + " differs. If the API has one: filter: {from: PARAMETER} lets a run ask for changes"
              + " alone.");
    }
  }

  private void single() {
    MemberPlace record = survey.single();
    if (record != null) {
      remark("    ", "Seen: one record by its id, and 404 for one that is not there.");
      line(
          "    ",
          "single: {path: "
              + MemberPlace.quoted(url.singlePath())
              + ", record: "
              + record.yaml()
              + "}");
    }
  }

  private static String object(Map<String, String> members) {
    return members.entrySet().stream()
        .map(one -> MemberPlace.quoted(one.getKey()) + ": " + MemberPlace.quoted(one.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private void remark(String indent, String comment) {
    text.append(indent).append("# ").append(comment).append('\n');
  }

  private void line(String indent, String yaml) {
    text.append(indent).append(yaml).append('\n');
  }
}
