/**
 * How Tidemark reaches AWS: the SDK clients with their limits pinned, and in one package per
 * service the adapters of core's ports. Everything here is given its table, bucket or function;
 * nothing reads the environment but the SDK's own chains for region and credentials.
 */
@NullMarked
package dev.tidemark.aws;

import org.jspecify.annotations.NullMarked;
