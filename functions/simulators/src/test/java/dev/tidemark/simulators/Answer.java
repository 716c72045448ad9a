package dev.tidemark.simulators;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;

/** What a client got. */
public record Answer(HttpResponse<String> response) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The status code. */
  public int status() {
    return response.statusCode();
  }

  /** A header's first value, empty when it is missing. */
  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** The body as text. */
  public String body() {
    return response.body();
  }

  /** The body as Jackson reads it. */
  public JsonNode json() {
    try {
      return JSON.readTree(body());
    } catch (IOException e) {
      throw new UncheckedIOException("no JSON: " + body(), e);
    }
  }
}
