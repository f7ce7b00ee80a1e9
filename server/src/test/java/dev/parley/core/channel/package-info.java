@NullMarked
package dev.parley.core.channel;

import org.jspecify.annotations.NullMarked;
