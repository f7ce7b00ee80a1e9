/// The program: its command line. [Main] hands a command to one of the classes that [Commands]
/// lists; each command has a package of its own below this one.
@NullMarked
@CheckReturnValue
package dev.parley.app;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
