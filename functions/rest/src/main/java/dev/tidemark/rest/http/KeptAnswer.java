package dev.tidemark.rest.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A refusal whose body can be read more than once, as far as it is looked at. */
public final class KeptAnswer implements Response {
  /** Explanations are short. */
  private static final int MAX_BODY = 64 * 1024;

  private final Response answer;
  private byte @Nullable [] kept;

  /** Keeps what {@code answer} says, once it is read. */
  public KeptAnswer(Response answer) {
    this.answer = answer;
  }

  @Override
  public int status() {
    return answer.status();
  }

  @Override
  public @Nullable String header(String name) {
    return answer.header(name);
  }

  @Override
  public List<Map.Entry<String, String>> headers() {
    return answer.headers();
  }

  @Override
  public InputStream body() throws IOException {
    byte[] body = kept;
    if (body == null) {
      body = answer.body().readNBytes(MAX_BODY);
      kept = body;
    }
    return new ByteArrayInputStream(body);
  }

  @Override
  public void close() {
    answer.close();
  }
}
