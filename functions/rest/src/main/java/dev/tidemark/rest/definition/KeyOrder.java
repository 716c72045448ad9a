package dev.tidemark.rest.definition;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The order in which a record's keys are shown and their problems told, where it is another than
 * that of its components. A key that is not named stands behind those that are.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface KeyOrder {
  String[] value();
}
