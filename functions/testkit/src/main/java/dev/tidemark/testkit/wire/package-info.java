/**
 * A wire that loses, breaks and delays what is said over it, so that the real clients on one end
 * and the real servers on the other do what they do then.
 */
@NullMarked
package dev.tidemark.testkit.wire;

import org.jspecify.annotations.NullMarked;
