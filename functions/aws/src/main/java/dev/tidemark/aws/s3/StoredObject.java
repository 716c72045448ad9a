package dev.tidemark.aws.s3;

import java.time.Instant;

/**
 * An object as a listing of its bucket shows it.
 *
 * @param size in bytes
 * @param written when it was written
 */
public record StoredObject(String key, long size, Instant written) {}
