/// Groups of people that are addressed by one name.
@NullMarked
@CheckReturnValue
package dev.parley.core.usergroup;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
