/**
 * What runs on LocalStack: the adapters' contract kits, the handlers, and a deployed stack. Only
 * {@code mvn -Plocalstack verify} runs it, at the endpoint that {@code TIDEMARK_AWS_ENDPOINT} names
 * or in a container of its own.
 */
@NullMarked
package dev.tidemark.cli.localstack;

import org.jspecify.annotations.NullMarked;
