package dev.tidemark.lake;

import dev.tidemark.core.lake.Batch.RequestRange;
import org.jspecify.annotations.Nullable;

/**
 * One record that differs.
 *
 * @param kind what is different
 * @param inApi whether {@code line} is the API's; else it is the lake's
 * @param line as it was landed, without its end
 * @param object the key of its object
 * @param requests the vendor's ids of the requests whose pages the object holds; null for none
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, and never compared.
public record Differing(
    Difference kind, boolean inApi, byte[] line, String object, @Nullable RequestRange requests) {}
