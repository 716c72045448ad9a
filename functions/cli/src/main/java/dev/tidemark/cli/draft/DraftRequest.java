package dev.tidemark.cli.draft;

import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.core.plan.Pause;
import dev.tidemark.rest.auth.Credential;
import dev.tidemark.rest.auth.Redactor;
import dev.tidemark.rest.http.Transport;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a definition is drafted for.
 *
 * @param url of one list
 * @param headers what every request needs beside the credential
 * @param credential null where none was given
 */
public record DraftRequest(
    String url, Map<String, String> headers, @Nullable Credential credential) {
  public DraftRequest {
    headers.forEach((name, value) -> {
      if (!name.matches("[A-Za-z0-9-]+") || !value.matches("[\\x20-\\x7e]+")) {
        throw new UsageException("--header: a header is NAME=VALUE in plain characters");
      }
      if (ListUrl.isSecret(name) || name.equalsIgnoreCase("cookie")) {
        throw new UsageException(
            "--header "
                + name
                + " looks like a secret, and a draft holds none: give it with"
                + " --credential");
      }
    });
    headers = Map.copyOf(headers);
  }

  /** What every source is called whose host says nothing. */
  public String source() {
    return ListUrl.of(url).source();
  }

  /**
   * Asks and drafts.
   *
   * @throws UsageException if what the list answers is no list of records, or nothing shows how it
   *     pages: a draft would be a guess
   */
  public DraftedApi draft(Transport transport, Pause pause) throws InterruptedException {
    ListUrl list = ListUrl.of(url);
    Credential given = credential;
    Redactor redactor = Redactor.of(given == null ? Credential.none() : given);
    Asker asker = new Asker(transport, pause, !list.base().loopback(), headers, redactor);
    AuthGuess auth = AuthGuess.of(list, asker, given);
    Survey survey = Survey.of(list, asker, auth.first());
    String yaml = new DraftText(list, headers, auth, survey).write(asker);
    return new DraftedApi(yaml, auth.credential(), list.base(), asker.requests());
  }
}
