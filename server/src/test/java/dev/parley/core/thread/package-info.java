@NullMarked
package dev.parley.core.thread;

import org.jspecify.annotations.NullMarked;
