@NullMarked
package dev.parley.core.app;

import org.jspecify.annotations.NullMarked;
