/**
 * Source definitions: one YAML file describes one API in a closed vocabulary, without templates and
 * without expressions. The records here are that vocabulary: {@link DefinitionReader} binds YAML to
 * them and {@link SchemaWriter} writes the JSON Schema from them, so that neither can say what the
 * other does not.
 */
@NullMarked
package dev.tidemark.rest.definition;

import org.jspecify.annotations.NullMarked;
