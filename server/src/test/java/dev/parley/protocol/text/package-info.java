@NullMarked
package dev.parley.protocol.text;

import org.jspecify.annotations.NullMarked;
