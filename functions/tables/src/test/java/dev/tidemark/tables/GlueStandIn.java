package dev.tidemark.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Glue's catalog on this machine, as its API reference has it: GetTable, CreateTable and
 * UpdateTable, which is refused where the table has another version than is named. What is not
 * signed, or says what Glue does not know, is refused too.
 */
final class GlueStandIn implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> INPUT =
      List.of(
          "Name",
          "Description",
          "Owner",
          "Retention",
          "TableType",
          "Parameters",
          "StorageDescriptor");

  private final HttpServer server;
  private final Map<String, ObjectNode> tables = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final Queue<Trouble> troubles = new ArrayDeque<>();

  /** What happens to a call instead of its answer. */
  enum Trouble {
    /** Nothing: it is answered. */
    NONE,
    /** It is done, and the connection breaks. */
    LOST,
    /** It is not done, and the connection breaks. */
    BROKEN,
    /** It is done, and the answer is that of a gateway. */
    FAILED,
    /** It is not done: there are too many. */
    THROTTLED
  }

  private record Answer(int status, ObjectNode body) {}

  GlueStandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The next calls have these troubles. */
  synchronized GlueStandIn with(Trouble... next) {
    troubles.addAll(List.of(next));
    return this;
  }

  /** The actions that were asked for. */
  synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  /** The table as it is kept, which a test may change. */
  synchronized ObjectNode table(String database, String name) {
    return Objects.requireNonNull(tables.get(database + "." + name), name);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] request = exchange.getRequestBody().readAllBytes();
    Answer answer = answer(exchange, request);
    if (answer == null) {
      // Closed without a byte of an answer.
      exchange.close();
      return;
    }
    byte[] body = answer.body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private synchronized @Nullable Answer answer(HttpExchange exchange, byte[] request)
      throws IOException {
    String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
    String signature = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    asked.add(target.replace("AWSGlue.", ""));
    if (!signature.matches("AWS4-HMAC-SHA256 Credential=.*/us-east-1/glue/aws4_request, .*")) {
      return refused("MissingAuthenticationTokenException", signature);
    }
    Trouble trouble = troubles.isEmpty() ? Trouble.NONE : troubles.remove();
    return switch (trouble) {
      case NONE -> done(target, JSON.readTree(request));
      case BROKEN -> null;
      case THROTTLED -> refused("ThrottlingException", "Rate exceeded");
      case LOST -> {
        done(target, JSON.readTree(request));
        yield null;
      }
      case FAILED -> {
        done(target, JSON.readTree(request));
        yield new Answer(502, object());
      }
    };
  }

  private Answer done(String target, JsonNode request) {
    String database = request.path("DatabaseName").asText();
    JsonNode input = request.path("TableInput");
    String name = request.path("Name").asText(input.path("Name").asText());
    for (Map.Entry<String, JsonNode> member : input.properties()) {
      if (!INPUT.contains(member.getKey())) {
        return refused("InvalidInputException", member.getKey());
      }
    }
    @Nullable ObjectNode there = tables.get(database + "." + name);
    return switch (target) {
      case "AWSGlue.GetTable" ->
          there == null ? absent(name) : new Answer(200, object().set("Table", there));
      case "AWSGlue.CreateTable" ->
          there == null
              ? put(database, input, 0)
              : refused("AlreadyExistsException", "Table already exists.");
      case "AWSGlue.UpdateTable" -> {
        if (there == null) {
          yield absent(name);
        }
        if (!there.path("VersionId").equals(request.path("VersionId"))) {
          yield refused(
              "ConcurrentModificationException",
              "Update table failed due to concurrent modifications.");
        }
        yield put(database, input, there.path("VersionId").asInt() + 1);
      }
      default -> refused("UnknownOperationException", target);
    };
  }

  private Answer put(String database, JsonNode input, int version) {
    ObjectNode table = input.deepCopy();
    table.put("DatabaseName", database).put("VersionId", Integer.toString(version));
    tables.put(database + "." + input.path("Name").asText(), table);
    return new Answer(200, object());
  }

  private static Answer absent(String name) {
    return refused("EntityNotFoundException", "Entity Not Found: " + name);
  }

  private static Answer refused(String type, String message) {
    return new Answer(400, object().put("__type", type).put("Message", message));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
