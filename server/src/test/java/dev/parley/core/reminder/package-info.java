@NullMarked
package dev.parley.core.reminder;

import org.jspecify.annotations.NullMarked;
