/// `parley load` on the command line.
@NullMarked
@CheckReturnValue
package dev.parley.app.load;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
