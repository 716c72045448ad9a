package dev.tidemark.certify;

import java.util.function.IntFunction;

/**
 * A way in which an API breaks a word of its definition.
 *
 * @param word of the definition that is broken
 * @param says what the API does, as a clause
 * @param liar makes one that does so; where {@code once}, at the request of that number alone
 * @param once whether it is done at one request, of all that a run makes, instead of at each
 * @param remedy what to do where the run ends as complete and is not
 */
record Lie(String word, String says, IntFunction<Liar> liar, boolean once, Remedy remedy) {}
