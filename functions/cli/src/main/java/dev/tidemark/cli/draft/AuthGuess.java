package dev.tidemark.cli.draft;

import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.rest.auth.Authorization;
import dev.tidemark.rest.auth.Credential;
import dev.tidemark.rest.auth.CredentialException;
import dev.tidemark.rest.auth.Presented;
import dev.tidemark.rest.definition.Auth;
import dev.tidemark.rest.definition.DefinitionReader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the API is let in by.
 *
 * @param yaml as a definition writes it
 * @param seen what that was seen from
 * @param credential what opens it; none for a public API
 * @param first what the list answered to it
 */
record AuthGuess(String yaml, String seen, Credential credential, DraftAnswer first) {
  private static final String NONE = "{none: true}";

  /** Ways to show a credential; the members of the one that was given say which are tried. */
  private static final List<String> WAYS =
      List.of(
          "{apiKey: {prefix: \"Bearer \"}}",
          "{apiKey: {header: X-Api-Key}}",
          "{basic: {user: apiKey, noPassword: true}}",
          "{apiKey: {}}",
          "{accessToken: {prefix: \"Bearer \"}}",
          "{basic: {user: email, password: apiToken}}",
          "{basic: {user: email, password: apiToken, userSuffix: /token}}",
          "{basic: {user: user, password: password}}");

  /**
   * Finds it.
   *
   * @param given null for no credential
   * @throws UsageException if the list answers to none of the ways
   */
  static AuthGuess of(ListUrl url, Asker asker, @Nullable Credential given)
      throws InterruptedException {
    if (given == null) {
      return open(url, asker);
    }
    boolean tried = false;
    for (String way : WAYS) {
      Presented shown = shown(way, given);
      if (shown == null) {
        continue;
      }
      tried = true;
      asker.show(shown);
      DraftAnswer answer = answer(url, asker);
      if (answer.status() != 401 && answer.status() != 403) {
        require(url, answer);
        return sameWithout(url, asker, answer)
            ? new AuthGuess(
                NONE, "it answers the same records without a credential", Credential.none(), answer)
            : new AuthGuess(way, "it answers to the credential shown so", given, answer);
      }
    }
    throw new UsageException(
        tried
            ? place(url)
                + " answers 401 or 403 however the credential is shown (Bearer, X-Api-Key,"
                + " Basic): is it right, and may it read this list?"
            : "the credential is of a kind whose place cannot be guessed: give {\"apiKey\": …},"
                + " {\"accessToken\": …}, {\"email\": …, \"apiToken\": …} or {\"user\": …,"
                + " \"password\": …}, or write auth by hand (docs/your-own-api.md, Credentials)");
  }

  private static AuthGuess open(ListUrl url, Asker asker) throws InterruptedException {
    DraftAnswer answer = answer(url, asker);
    if (answer.status() == 401 || answer.status() == 403) {
      throw new UsageException(
          place(url)
              + " answers "
              + answer.status()
              + " without a credential: give one with --credential FILE or the variable"
              + " TIDEMARK_CREDENTIAL");
    }
    require(url, answer);
    return new AuthGuess(NONE, "it answers without a credential", Credential.none(), answer);
  }

  private static boolean sameWithout(ListUrl url, Asker asker, DraftAnswer with)
      throws InterruptedException {
    Presented shown = asker.shown();
    asker.show(null);
    DraftAnswer without = asker.ask(url.with(Map.of()));
    if (without != null && without.good() && without.json().equals(with.json())) {
      return true;
    }
    asker.show(shown);
    return false;
  }

  private static DraftAnswer answer(ListUrl url, Asker asker) throws InterruptedException {
    DraftAnswer answer = asker.ask(url.with(Map.of()));
    if (answer == null) {
      throw new UsageException(
          place(url) + " showed no page: " + asker.stopped() + "; try again later");
    }
    return answer;
  }

  private static void require(ListUrl url, DraftAnswer answer) {
    if (!answer.good()) {
      throw new UsageException(place(url) + " " + answer.problem());
    }
  }

  private static String place(ListUrl url) {
    return url.base().origin() + url.path();
  }

  /** {@code credential} shown in that way; null where it has not the members for it. */
  private static @Nullable Presented shown(String way, Credential credential) {
    try {
      return Authorization.of(auth(way), credential) instanceof Presented shown ? shown : null;
    } catch (CredentialException e) {
      // It is of another kind: that is what the ways are tried for.
      return null;
    }
  }

  private static Auth auth(String way) {
    return DefinitionReader.read(
            "auth",
            """
            tidemark: 1
            source: draft
            title: Draft
            baseUrl: https://draft.example
            auth: %s
            resources:
              one: {path: /one, records: data, id: id, pagination: {kind: none}, order: unordered, promote: run-start}
            """
                .formatted(way))
        .entrance()
        .auth();
  }
}
