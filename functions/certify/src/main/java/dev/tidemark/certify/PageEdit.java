package dev.tidemark.certify;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.rest.definition.Flag;
import dev.tidemark.rest.definition.Location;
import dev.tidemark.rest.definition.Pagination;
import dev.tidemark.rest.definition.Records;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.simulators.server.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page of a described list, taken apart so that it can be put together otherwise. */
final class PageEdit {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final String TYPE = "application/json";

  private final Resource resource;
  private final Reply reply;
  private final JsonNode body;

  private PageEdit(Resource resource, Reply reply, JsonNode body) {
    this.resource = resource;
    this.reply = reply;
    this.body = body;
  }

  /** Takes {@code reply} apart; null where it is no page with a list of {@code resource}. */
  static @Nullable PageEdit of(Resource resource, Reply reply) {
    if (reply.status() != 200) {
      return null;
    }
    try {
      JsonNode body = asArray(resource.answer().records(), JSON.readTree(reply.body()));
      return JsonMembers.at(body, resource.answer().records().path()) instanceof ArrayNode
          ? new PageEdit(resource, reply, body)
          : null;
    } catch (IOException e) {
      throw new UncheckedIOException("a described answer is no JSON", e);
    }
  }

  /** Each form but that of lines may be an array too. */
  private static JsonNode asArray(Records records, JsonNode body) {
    if (!(JsonMembers.at(body, records.path()) instanceof ObjectNode object)) {
      return body;
    }
    ArrayNode array = JSON.createArrayNode();
    switch (records.form()) {
      case KEYED -> object.forEach(array::add);
      case ONE_OR_MANY -> array.add(object);
      case LIST, LINES -> {
        return body;
      }
    }
    if (body instanceof ObjectNode envelope && !records.path().isWhole()) {
      JsonMembers.put(envelope, records.path(), array);
      return envelope;
    }
    return array;
  }

  /** Its records, which may be changed. */
  ArrayNode records() {
    if (JsonMembers.at(body, resource.answer().records().path()) instanceof ArrayNode records) {
      return records;
    }
    throw new IllegalStateException("no list at " + resource.answer().records().path());
  }

  /** The envelope; null where the body is the list. */
  @Nullable ObjectNode envelope() {
    return body instanceof ObjectNode object ? object : null;
  }

  /** Says that there is no further page. */
  PageEdit ended() {
    ObjectNode envelope = envelope();
    if (envelope == null) {
      return this;
    }
    switch (resource.traversal().pagination()) {
      case Pagination.Cursor(
              var _,
              Location next,
              Flag more,
              List<Flag> ends,
              boolean _,
              boolean _,
              var _,
              boolean _) -> {
        nothingAt(envelope, next);
        end(envelope, more);
        ends.forEach(flag -> end(envelope, flag));
      }
      case Pagination.NextUrl(Location next, Flag more, boolean _, var _, boolean _, var _) -> {
        nothingAt(envelope, next);
        end(envelope, more);
      }
      case Pagination.LastRecord(var _, var _, Flag more, boolean _) -> end(envelope, more);
      case Pagination.PageNumber(var _, int _, Flag more, var _, var _) -> end(envelope, more);
      case Pagination.Offset(var _, Flag more, var _, var _) -> end(envelope, more);
      case Pagination.TimeStep(var _, Flag more) -> end(envelope, more);
      case Pagination.LinkHeader _, Pagination.None _ -> {}
    }
    return this;
  }

  private static void nothingAt(ObjectNode envelope, Location next) {
    if (next.body() != null && JsonMembers.at(envelope, next.body()) != null) {
      JsonMembers.put(envelope, next.body(), JsonNodeFactory.instance.nullNode());
    }
  }

  private static void end(ObjectNode envelope, @Nullable Flag flag) {
    if (flag == null || JsonMembers.at(envelope, flag.body()) == null) {
      return;
    }
    boolean set = flag.means() == Flag.Meaning.END;
    JsonNodeFactory make = JsonNodeFactory.instance;
    JsonMembers.put(
        envelope,
        flag.body(),
        switch (flag.spelling()) {
          case BOOLEAN -> make.booleanNode(set);
          case TEXT -> make.textNode(Boolean.toString(set));
          case DIGIT -> make.numberNode(set ? 1 : 0);
        });
  }

  /**
   * The page with another status; a header that leads on is left out where it has {@code ended}.
   */
  Reply reply(int status, boolean ended) {
    Reply changed = Reply.of(status, TYPE, body.toString());
    for (Map.Entry<String, String> header : reply.headers().entrySet()) {
      boolean leads = header.getKey().equalsIgnoreCase("Link");
      if (!header.getKey().equalsIgnoreCase(Reply.CONTENT_TYPE) && !(ended && leads)) {
        changed = changed.with(header.getKey(), header.getValue());
      }
    }
    return changed;
  }

  /** The page as it is now. */
  Reply reply() {
    return reply(200, false);
  }
}
