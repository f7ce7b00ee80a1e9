@NullMarked
package dev.parley.core.dnd;

import org.jspecify.annotations.NullMarked;
