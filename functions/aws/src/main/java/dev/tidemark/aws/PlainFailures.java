package dev.tidemark.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * The SDK's client over the JDK's, failing with exceptions that the SDK retries.
 *
 * <p>A put waits for {@code 100 Continue} before its body. Where the connection has gone stale
 * meanwhile (the function was frozen, or the server closed it after it had refused the last put),
 * the JDK's failure comes out of there as an {@link UncheckedIOException}, which the SDK takes for
 * a bug in the program and neither retries nor wraps.
 *
 * <p>An attempt that takes too long is aborted by another thread, which closes the connection under
 * the one that uses it; that one then fails on what is null now. It happens when a function that
 * was frozen in mid-call resumes: the answer and the timeout arrive at once.
 */
record PlainFailures(SdkHttpClient client) implements SdkHttpClient {
  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new Attempt(client.prepareRequest(request));
  }

  @Override
  public String clientName() {
    return client.clientName();
  }

  @Override
  public void close() {
    client.close();
  }

  private static final class Attempt implements ExecutableHttpRequest {
    private final ExecutableHttpRequest request;
    private volatile boolean givenUp;

    private Attempt(ExecutableHttpRequest request) {
      this.request = request;
    }

    @Override
    public HttpExecuteResponse call() throws IOException {
      try {
        return request.call();
      } catch (UncheckedIOException e) {
        throw new IOException(e.getMessage(), e);
      } catch (RuntimeException e) {
        if (givenUp) {
          throw new IOException("the attempt was aborted", e);
        }
        throw e;
      }
    }

    @Override
    public void abort() {
      givenUp = true;
      request.abort();
    }
  }
}
