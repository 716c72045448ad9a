/**
 * The credentials of connections, read from Secrets Manager. Their content passes through here as
 * text and appears in nothing that is written: errors name the secret alone.
 */
@NullMarked
package dev.tidemark.aws.secrets;

import org.jspecify.annotations.NullMarked;
