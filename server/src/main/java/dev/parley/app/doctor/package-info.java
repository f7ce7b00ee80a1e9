/// `parley doctor`: looks at the machine, the data directory and the database, and says what to do.
@NullMarked
@CheckReturnValue
package dev.parley.app.doctor;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
