package dev.tidemark.aws;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

class PlainFailuresTest {
  private static final HttpExecuteRequest REQUEST =
      HttpExecuteRequest.builder()
          .request(
              SdkHttpRequest.builder()
                  .method(SdkHttpMethod.GET)
                  .protocol("http")
                  .host("127.0.0.1")
                  .build())
          .build();

  /** A client whose only attempt fails so. */
  private record Failing(RuntimeException failure) implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() {
          throw failure;
        }

        @Override
        public void abort() {}
      };
    }

    @Override
    public void close() {}
  }

  private static ExecutableHttpRequest attempt(RuntimeException failure) {
    return new PlainFailures(new Failing(failure)).prepareRequest(REQUEST);
  }

  @Test
  void a_connection_that_is_taken_away_from_an_attempt_is_one_that_broke() {
    ExecutableHttpRequest attempt = attempt(new NullPointerException("this.http is null"));
    attempt.abort();
    assertThatThrownBy(attempt::call)
        .isInstanceOf(IOException.class)
        .hasRootCauseMessage("this.http is null");
  }

  @Test
  void a_stale_connection_is_one_that_broke() {
    IOException stale = new IOException("stale");
    assertThatThrownBy(attempt(new UncheckedIOException(stale))::call)
        .isInstanceOf(IOException.class)
        .hasRootCause(stale);
  }

  @Test
  void what_is_wrong_in_the_program_is_not_tried_again() {
    assertThatThrownBy(attempt(new IllegalStateException("a bug"))::call)
        .isInstanceOf(IllegalStateException.class);
  }
}
