package dev.tidemark.rest.auth;

import dev.tidemark.rest.definition.Auth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The header that shows a credential to an API. */
public final class Authorization {
  private final String header;
  private final String value;

  private Authorization(String header, String value) {
    this.header = header;
    this.value = value;
  }

  /**
   * The header that {@code auth} makes of {@code credential}.
   *
   * @throws CredentialException if the API does not take such a credential
   */
  public static Authorization of(Auth auth, Credential credential) {
    Map<String, String> members = credential.members();
    String key = members.get("apiKey");
    Auth.Scheme scheme = auth.apiKey();
    String begins = scheme == null ? null : scheme.startsWith();
    boolean foreign = key != null && begins != null && !key.startsWith(begins);
    if (scheme != null && key != null && !foreign) {
      return show(scheme, key);
    }
    String token = credential.bare() ? key : members.get("accessToken");
    Auth.Scheme bearer = auth.accessToken();
    if (bearer != null && token != null) {
      return show(bearer, token);
    }
    throw new CredentialException(
        foreign
            ? "the apiKey does not begin with " + begins + ": is it a key of this API?"
            : "this API takes " + String.join(" or ", taken(auth)) + ", none of which was given");
  }

  /** Name of the header. */
  public String header() {
    return header;
  }

  /** Its value; a secret. */
  public String value() {
    return value;
  }

  @Override
  public String toString() {
    return header + ": …";
  }

  private static Authorization show(Auth.Scheme scheme, String secret) {
    return new Authorization(scheme.header(), scheme.prefix() + secret);
  }

  private static List<String> taken(Auth auth) {
    List<String> kinds = new ArrayList<>();
    note(kinds, auth.apiKey(), "{\"apiKey\": \"…\"}");
    note(kinds, auth.accessToken(), "{\"accessToken\": \"…\"}");
    return kinds;
  }

  private static void note(List<String> kinds, Auth.@Nullable Scheme scheme, String form) {
    if (scheme != null) {
      kinds.add(form);
    }
  }
}
