/**
 * What is deployed, held against the code that it deploys: the functions against the definitions,
 * the permissions against the calls that the adapters make, the alarms against what is measured.
 */
@NullMarked
package dev.tidemark.cli.template;

import org.jspecify.annotations.NullMarked;
