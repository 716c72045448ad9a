package dev.tidemark.cli.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiskSpaceTest {
  private static final long MB = 1024 * 1024;

  private static @Nullable String said(long left, Throwable failure) {
    return new DiskSpace(Path.of("/data/home"), () -> left).explains(failure);
  }

  static Stream<Throwable> failures() {
    return Stream.of(
        new IllegalStateException("reading failed", new IOException("Input/output error")),
        new UncheckedIOException("cannot write status.json", new IOException("x")));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void that_is_nearly_gone_explains_why_a_store_fails(Throwable failure) {
    assertThat(said(5 * MB, failure))
        .contains("/data/home is full (5 MB left)", "make room", "--home", "safe", "resumes")
        .doesNotContain("\n", "SQL", "500");
    assertThat(said(1024 * MB, failure)).isNull();
  }

  @Test
  void that_is_gone_explains_every_failure() {
    assertThat(said(0, new IllegalStateException("whatever"))).contains("full (0 MB left)");
    assertThat(said(5 * MB, new IllegalStateException("whatever"))).isNull();
  }

  @Test
  void is_believed_to_be_gone_where_the_system_says_so() {
    Exception quota = new IOException("/data/home/s3/x: Disk quota exceeded");
    assertThat(said(1024 * MB, new IllegalStateException("put", quota))).contains("is full");
  }
}
