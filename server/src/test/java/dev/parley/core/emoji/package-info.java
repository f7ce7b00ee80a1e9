@NullMarked
package dev.parley.core.emoji;

import org.jspecify.annotations.NullMarked;
