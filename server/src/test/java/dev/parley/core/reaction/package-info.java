@NullMarked
package dev.parley.core.reaction;

import org.jspecify.annotations.NullMarked;
