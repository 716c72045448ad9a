package dev.tidemark.rest.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * A transport over one kept-alive connection.
 *
 * <p>The client's own conveniences are off, each because it would hide something: redirects would
 * carry credentials elsewhere, its retries would be calls that are not counted, cookies would be
 * state, and its unpacking would lose the size that is limited.
 */
public final class HttpTransport implements Transport {
  private static final int CONNECT_SECONDS = 10;
  private static final int SILENCE_SECONDS = 60;

  /** What servers write there of a body that is not packed, a character set among it. */
  private static final Set<String> PLAIN =
      Set.of("", "identity", "none", "utf-8", "utf8", "iso-8859-1", "us-ascii", "8bit", "binary");

  private final CloseableHttpClient client;
  private final ScheduledExecutorService watchdog =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("tidemark-http-watchdog").factory());

  /** A transport that goes directly to what {@code reach} admits. */
  public HttpTransport(EgressPolicy reach) {
    this(reach, Way.DIRECT);
  }

  /** A transport that goes {@code way} to what {@code reach} admits. */
  public HttpTransport(EgressPolicy reach, Way way) {
    client =
        routed(way)
            .setConnectionManager(connections(reach, way))
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .disableDefaultUserAgent()
            .build();
  }

  private static HttpClientBuilder routed(Way way) {
    HttpClientBuilder client = HttpClients.custom();
    HttpHost proxy = way.proxy();
    if (proxy == null) {
      return client;
    }
    String[] login = way.login();
    if (login != null) {
      BasicCredentialsProvider known = new BasicCredentialsProvider();
      known.setCredentials(
          new AuthScope(proxy), new UsernamePasswordCredentials(login[0], login[1].toCharArray()));
      client.setDefaultCredentialsProvider(known);
    }
    return client.setRoutePlanner(
        new DefaultRoutePlanner(null) {
          @Override
          protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) {
            return way.proxyTo(target.getSchemeName(), target.getHostName(), target.getPort());
          }
        });
  }

  private static PoolingHttpClientConnectionManager connections(EgressPolicy reach, Way way) {
    PoolingHttpClientConnectionManagerBuilder connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(reach)
            .setDefaultSocketConfig(
                SocketConfig.custom()
                    .setSoTimeout(SILENCE_SECONDS, TimeUnit.SECONDS)
                    .setTcpNoDelay(true)
                    .build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                    .setSocketTimeout(SILENCE_SECONDS, TimeUnit.SECONDS)
                    .setValidateAfterInactivity(1, TimeUnit.SECONDS)
                    .build());
    SSLContext trust = way.trust();
    return trust == null
        ? connections.build()
        : connections.setTlsSocketStrategy(new DefaultClientTlsStrategy(trust)).build();
  }

  @Override
  public Response get(URI uri, Map<String, String> headers, Duration limit) throws IOException {
    return send(uri, new HttpGet(uri), headers, limit);
  }

  @Override
  public Response post(URI uri, Map<String, String> headers, Payload body, Duration limit)
      throws IOException {
    HttpPost request = new HttpPost(uri);
    request.setEntity(new ByteArrayEntity(body.bytes(), ContentType.parse(body.type())));
    return send(uri, request, headers, limit);
  }

  private Response send(
      URI uri, HttpUriRequestBase request, Map<String, String> headers, Duration limit)
      throws IOException {
    headers.forEach(request::setHeader);
    request.setHeader("Accept-Encoding", "gzip");
    Future<?> alarm =
        watchdog.schedule(request::cancel, Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS);
    try {
      HttpHost target = new HttpHost(uri.getScheme(), uri.getHost(), uri.getPort());
      ClassicHttpResponse response = client.executeOpen(target, request, null);
      return new Open(request, response, alarm);
    } catch (IOException | RuntimeException e) {
      alarm.cancel(false);
      if (request.isCancelled()) {
        throw new IOException("no answer within " + limit.toSeconds() + " s", e);
      }
      if (e instanceof IOException failed) {
        throw Handshake.explained(uri, failed);
      }
      throw e;
    }
  }

  @Override
  public void close() {
    watchdog.shutdownNow();
    client.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
  }

  private record Open(HttpUriRequestBase request, ClassicHttpResponse response, Future<?> alarm)
      implements Response {
    @Override
    public int status() {
      return response.getCode();
    }

    @Override
    public @Nullable String header(String name) {
      Header header = response.getFirstHeader(name);
      return header == null ? null : header.getValue();
    }

    @Override
    public List<Map.Entry<String, String>> headers() {
      return Stream.of(response.getHeaders())
          .map(header ->
              Map.entry(header.getName(), Objects.requireNonNullElse(header.getValue(), "")))
          .toList();
    }

    @Override
    public boolean saysItsEnd() {
      HttpEntity entity = response.getEntity();
      String packed = Objects.requireNonNullElse(header("Content-Encoding"), "");
      return entity == null
          || entity.getContentLength() >= 0
          || entity.isChunked()
          || packed.toLowerCase(Locale.ROOT).contains("gzip");
    }

    @Override
    public InputStream body() throws IOException {
      HttpEntity entity = response.getEntity();
      if (entity == null) {
        return InputStream.nullInputStream();
      }
      InputStream in = entity.getContent();
      String encoding = header("Content-Encoding");
      String packed = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
      if (packed.equals("gzip") || packed.equals("x-gzip")) {
        return new GZIPInputStream(in, 16 * 1024);
      }
      if (!PLAIN.contains(packed)) {
        throw new IOException("the answer is packed as " + encoding + ", which was not asked for");
      }
      return in;
    }

    @Override
    public void close() {
      alarm.cancel(false);
      // A body that was not read to its end must not be waited for: the connection is dropped.
      request.cancel();
      try {
        response.close();
      } catch (IOException e) {
        // The connection is gone either way; what was read has been judged already.
        return;
      }
    }
  }
}
