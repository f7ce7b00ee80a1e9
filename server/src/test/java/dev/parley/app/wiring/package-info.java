@NullMarked
package dev.parley.app.wiring;

import org.jspecify.annotations.NullMarked;
