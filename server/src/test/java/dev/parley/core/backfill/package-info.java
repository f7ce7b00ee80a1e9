@NullMarked
package dev.parley.core.backfill;

import org.jspecify.annotations.NullMarked;
