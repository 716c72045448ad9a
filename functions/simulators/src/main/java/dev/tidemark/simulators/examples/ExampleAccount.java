package dev.tidemark.simulators.examples;

/**
 * Whose credential an API takes.
 *
 * @param user the user of Basic authentication, or the id of a client
 * @param secret the key, the password or the secret of a client
 */
public record ExampleAccount(String user, String secret) {}
