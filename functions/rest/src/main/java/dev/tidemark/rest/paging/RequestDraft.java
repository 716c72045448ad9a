package dev.tidemark.rest.paging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.BodyForm;
import dev.tidemark.rest.definition.Parameter;
import dev.tidemark.rest.definition.TimeFormat;
import dev.tidemark.rest.http.Payload;
import dev.tidemark.rest.http.Query;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request that is being put together. */
public final class RequestDraft {
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

  private final Query query = new Query();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final ObjectNode body;
  private @Nullable String elsewhere;

  /**
   * @param body what the body holds already
   */
  public RequestDraft(ObjectNode body) {
    this.body = body;
  }

  /** Sets a text. */
  public void put(Parameter parameter, String value) {
    place(parameter, value, (node, name) -> node.put(name, value));
  }

  /** Sets a number. */
  public void put(Parameter parameter, long value) {
    place(parameter, Long.toString(value), (node, name) -> node.put(name, value));
  }

  /** Sets what is JSON already, such as an array, in a body. */
  void json(Parameter parameter, String json) {
    place(parameter, json, (node, name) -> node.putRawValue(name, new RawValue(json)));
  }

  /** Its body, as {@code form} says. */
  public Payload payload(BodyForm form) {
    return switch (form) {
      case JSON -> Payload.json(body.toString());
      case FORM -> {
        Query fields = new Query();
        body.properties().forEach(one -> fields.with(one.getKey(), one.getValue().asText()));
        yield Payload.form(fields);
      }
    };
  }

  /** Sets a time that is written in {@code format}; in a body it is a number if that is one. */
  public void put(Parameter parameter, TimeFormat format, String value) {
    boolean number =
        switch (format) {
          case EPOCH_SECONDS, EPOCH_MILLIS, EPOCH_MICROS, EPOCH_NANOS, INTEGER ->
              WHOLE.matcher(value).matches();
          case ISO_8601,
              ISO_8601_SECONDS,
              ISO_8601_MICROS,
              ISO_8601_LOCAL,
              ISO_8601_LOCAL_BLANK,
              DATE,
              EPOCH_SECONDS_TEXT,
              EPOCH_MILLIS_TEXT ->
              false;
        };
    if (number) {
      put(parameter, Long.parseLong(value));
    } else {
      put(parameter, value);
    }
  }

  /** Sets a query parameter. */
  public void query(String name, List<String> values) {
    query.with(name, values);
  }

  /** Asks for another path and query, whatever is set besides. */
  void goTo(String pathAndQuery) {
    elsewhere = pathAndQuery;
  }

  private void place(Parameter parameter, String value, BiConsumer<ObjectNode, String> alone) {
    String text = parameter.around(value);
    BiConsumer<ObjectNode, String> inBody =
        parameter.text() == null ? alone : (node, name) -> node.put(name, text);
    if (parameter.query() != null) {
      query.with(parameter.query(), text);
    } else if (parameter.header() != null) {
      headers.put(parameter.header(), text);
    } else {
      List<String> names = Objects.requireNonNull(parameter.body()).names();
      inBody.accept(below(names.subList(0, names.size() - 1)), names.getLast());
    }
  }

  private ObjectNode below(List<String> names) {
    ObjectNode at = body;
    for (String name : names) {
      at = at.get(name) instanceof ObjectNode next ? next : at.putObject(name);
    }
    return at;
  }

  /** Where it goes. */
  public URI uri(BaseUrl base, String path) {
    String to = elsewhere;
    return to == null
        ? query.at(base.origin(), base.path() + path)
        : URI.create(base.origin() + base.path() + (to.startsWith("/") ? to : "/" + to));
  }

  /** The headers that it has beside those of every request. */
  public Map<String, String> headers() {
    return headers;
  }
}
