package dev.tidemark.simulators.credential;

/** Why a token endpoint issues no token (RFC 6749, 5.2). */
public enum GrantFault {
  /** The body is not what the endpoint reads. */
  UNREADABLE(400, "invalid_request", "The request body cannot be read"),
  /** Another grant than client credentials. */
  TYPE(400, "unsupported_grant_type", "The authorization grant type is not supported"),
  /** The client or its secret is unknown. */
  CLIENT(401, "invalid_client", "Client authentication failed"),
  /** A scope that the client may not ask for. */
  SCOPE(400, "invalid_scope", "The requested scope is invalid");

  private final int status;
  private final String code;
  private final String message;

  GrantFault(int status, String code, String message) {
    this.status = status;
    this.code = code;
    this.message = message;
  }

  /** The status of the answer. */
  public int status() {
    return status;
  }

  /** The word of RFC 6749 for it. */
  public String code() {
    return code;
  }

  /** The same as a sentence. */
  public String message() {
    return message;
  }
}
