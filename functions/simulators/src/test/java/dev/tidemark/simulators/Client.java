package dev.tidemark.simulators;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidemark.simulators.askelephant.AskElephant;
import dev.tidemark.simulators.lev.Lev;
import dev.tidemark.simulators.zendesk.Zendesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** A plain client with the headers that a vendor wants; each test sends what it means to. */
public record Client(HttpClient http, URI root, Map<String, String> headers) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A client with Lev's credential and origin. */
  public static Client of(Lev lev) {
    return new Client(
        HTTP,
        lev.baseUri().resolve("/api/external/v2/"),
        Map.of("Authorization", "Bearer " + Lev.API_KEY, "X-Origin-App", "tidemark"));
  }

  /** A client with AskElephant's raw key. */
  public static Client of(AskElephant elephant) {
    return new Client(
        HTTP, elephant.baseUri().resolve("/api/v2/"), Map.of("Authorization", AskElephant.API_KEY));
  }

  /** A client with Zendesk's API token. */
  public static Client of(Zendesk zendesk) {
    String credential = Zendesk.EMAIL + "/token:" + Zendesk.API_TOKEN;
    String basic = "Basic " + Base64.getEncoder().encodeToString(credential.getBytes(UTF_8));
    return new Client(
        HTTP,
        zendesk.baseUri().resolve("/api/v2/"),
        Map.of("Authorization", basic, "Accept", "application/json"));
  }

  /** This client with one header set. */
  public Client with(String header, String value) {
    Map<String, String> changed = new HashMap<>(headers);
    changed.put(header, value);
    return new Client(http, root, changed);
  }

  /** This client without one header. */
  public Client without(String header) {
    Map<String, String> changed = new HashMap<>(headers);
    changed.remove(header);
    return new Client(http, root, changed);
  }

  /** Asks for {@code path} with parameters given as name, value, name, value. */
  public Answer get(String path, Object... parameters) {
    return send(request(path, parameters).GET().build());
  }

  /** Sends another method. */
  public Answer send(String method, String path) {
    return send(request(path).method(method, HttpRequest.BodyPublishers.noBody()).build());
  }

  /** Posts {@code body} under {@code contentType}. */
  public Answer post(String path, String contentType, String body) {
    return with("Content-Type", contentType)
        .send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private Answer send(HttpRequest.Builder request) {
    headers.forEach(request::setHeader);
    return send(request.build());
  }

  /** Sends {@code request} and fails as the network fails. */
  public Answer send(HttpRequest request) {
    try {
      return new Answer(http.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** A request with the headers set. */
  public HttpRequest.Builder request(String path, Object... parameters) {
    StringBuilder query = new StringBuilder();
    for (int i = 0; i < parameters.length; i += 2) {
      query
          .append(i == 0 ? '?' : '&')
          .append(URLEncoder.encode(parameters[i].toString(), UTF_8))
          .append('=')
          .append(URLEncoder.encode(parameters[i + 1].toString(), UTF_8));
    }
    HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path + query));
    headers.forEach(request::header);
    return request.timeout(PATIENCE);
  }
}
