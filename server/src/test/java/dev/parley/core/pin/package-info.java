@NullMarked
package dev.parley.core.pin;

import org.jspecify.annotations.NullMarked;
