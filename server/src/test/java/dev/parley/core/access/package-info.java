@NullMarked
package dev.parley.core.access;

import org.jspecify.annotations.NullMarked;
