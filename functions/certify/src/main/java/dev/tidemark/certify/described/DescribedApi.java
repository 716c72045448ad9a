package dev.tidemark.certify.described;

import dev.tidemark.rest.definition.Location;
import dev.tidemark.rest.definition.Single;
import dev.tidemark.rest.definition.TokenEnd;
import dev.tidemark.simulators.json.Json;
import dev.tidemark.simulators.server.Reply;
import dev.tidemark.simulators.server.Request;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An API as it is described: refuses what it is not asked in the described way. */
public final class DescribedApi {
  private static final String JSON = "application/json";

  private final ApiForm form;
  private final InstantSource clock;
  private final Map<String, DescribedList> lists = new LinkedHashMap<>();

  /**
   * An API without records.
   *
   * @param lists by name
   */
  public DescribedApi(
      ApiForm form, Map<String, ListForm> lists, Manner manner, InstantSource clock) {
    this.form = form;
    this.clock = clock;
    lists.forEach(
        (name, list) -> this.lists.put(name, new DescribedList(form, list, manner, clock)));
  }

  /** The records of the list called {@code name}. */
  public DescribedRows rows(String name) {
    DescribedList list = lists.get(name);
    if (list == null) {
      throw new IllegalArgumentException("no list " + name);
    }
    return list.rows();
  }

  /** Whether an answer has contradicted itself so far. */
  public synchronized boolean contradicted() {
    return lists.values().stream().anyMatch(DescribedList::contradicted);
  }

  /**
   * Answers.
   *
   * @param trouble what goes wrong; null for nothing
   */
  public synchronized Reply answer(Request request, @Nullable Trouble trouble) {
    Reply reply;
    Tree body = new Tree();
    String number = "req-" + request.number();
    at(form.requestId(), Json.quoted(number), body);
    at(form.serverTime(), ApiClock.ISO.json(clock.instant()), body);
    try {
      reply = let(request, body, trouble);
    } catch (RefusedException e) {
      reply = refusal(e.status(), String.valueOf(e.getMessage()), body);
    }
    reply = headed(reply, form.requestId(), number);
    reply = headed(reply, form.serverTime(), ApiClock.ISO.text(clock.instant()));
    return reply.with(
        "Date",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
  }

  private Reply let(Request request, Tree body, @Nullable Trouble trouble) {
    form.headers()
        .forEach((name, value) -> {
          if (!value.equals(request.header(name))) {
            throw new RefusedException(
                401, "the header " + name + " is not the one that is needed");
          }
        });
    form.query()
        .forEach((name, value) -> {
          if (!value.equals(request.query().first(name))) {
            throw new RefusedException(401, "the parameter " + name + " is not what is needed");
          }
        });
    Reply spoilt = trouble == null ? null : spoilt(trouble);
    return spoilt == null ? route(request, body, trouble) : spoilt;
  }

  private @Nullable Reply spoilt(Trouble trouble) {
    Reply throttled = Reply.of(429, JSON, "{\"message\":\"too many requests\"}");
    return switch (trouble) {
      case THROTTLED -> throttled.with("Retry-After", "5");
      case THROTTLED_FOR_LONG -> throttled.with("Retry-After", "600");
      case THROTTLED_WITHOUT_WORD -> throttled;
      case ACCESS_ENDED -> ended(401, "no");
      case ACCESS_ENDED_OTHERWISE -> {
        TokenEnd end = form.ended();
        yield end == null ? null : ended(end.status(), end.contains());
      }
      case BUSY -> Reply.of(503, JSON, "{\"message\":\"busy\"}");
      case TOKEN_LOST, TRUNCATED, EMPTY, MORE_WITHOUT_TOKEN, SAME_TOKEN, TWICE -> null;
    };
  }

  private static Reply ended(int status, String why) {
    return Reply.of(status, JSON, "{\"message\":" + Json.quoted(why) + "}");
  }

  private Reply route(Request request, Tree body, @Nullable Trouble trouble) {
    for (DescribedList list : lists.values()) {
      Matcher path = matcher(list.form().way().path(), request.path());
      if (path.matches()) {
        String named = path.groupCount() == 0 ? queried(list, request) : path.group(1);
        long parent = named == null ? 0 : parent(named);
        return list.page(new Asking(request, parent), body, trouble);
      }
    }
    for (DescribedList list : lists.values()) {
      Single single = list.form().way().single();
      Matcher path = matcher(single == null ? "" : single.path(), request.path());
      if (path.matches()) {
        return list.single(Long.parseLong(path.group(1)), body);
      }
    }
    throw new RefusedException(404, "there is nothing at " + request.path());
  }

  /** The parent that a query parameter names; null where none does. */
  private static @Nullable String queried(DescribedList list, Request request) {
    Map.Entry<String, String> where = list.form().way().parent();
    if (where == null) {
      return null;
    }
    String sent = request.query().first(where.getKey());
    Matcher matcher = matcher(where.getValue(), String.valueOf(sent));
    if (!matcher.matches()) {
      throw new RefusedException(400, where.getKey() + " must name a parent");
    }
    return matcher.group(1);
  }

  /** Lists of records that are not there, or are gone, are not there either. */
  private long parent(String id) {
    boolean there =
        lists.values().stream().anyMatch(list -> list.rows().find(Long.parseLong(id)) != null);
    if (!there) {
      throw new RefusedException(404, "there is no record " + id);
    }
    return Long.parseLong(id);
  }

  private static Matcher matcher(String described, String asked) {
    String pattern =
        Pattern.quote(described)
            .replace("{parent}", "\\E(\\d{1,18})\\Q")
            .replace("{id}", "\\E(\\d{1,18})\\Q");
    return Pattern.compile(pattern).matcher(asked);
  }

  private Reply refusal(int status, String message, Tree body) {
    return Reply.of(status, JSON, body.fill("message", Json.quoted(message)).json());
  }

  private static void at(@Nullable Location place, String json, Tree body) {
    if (place != null && place.body() != null) {
      body.put(place.body().toString(), json);
    }
  }

  private static Reply headed(Reply reply, @Nullable Location place, String value) {
    return place == null || place.header() == null ? reply : reply.with(place.header(), value);
  }
}
