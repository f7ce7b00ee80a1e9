@NullMarked
package dev.parley.core.draft;

import org.jspecify.annotations.NullMarked;
