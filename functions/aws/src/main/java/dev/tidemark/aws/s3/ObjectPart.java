package dev.tidemark.aws.s3;

/**
 * Bytes of an object.
 *
 * @param bytes fewer than were asked for where the object ends; must not be changed
 * @param size of the whole object
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares two.
public record ObjectPart(byte[] bytes, long size) {}
